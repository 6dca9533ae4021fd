variable "gateway_id" {
  type = string
}

# Silent: the gateway is declared elsewhere.
resource "huaweicloud_apig_group" "elsewhere" {
  instance_id           = var.gateway_id
  name                  = "elsewhere"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "elsewhere" {
  group_id = huaweicloud_apig_group.elsewhere.id
}
