variable "group" {
  type = string
}

resource "huaweicloud_apig_response" "this" { # want `resource "huaweicloud_apig_response" "this"` `module.responses\["nowhere"\].huaweicloud_apig_response.this lacks group_id`
  instance_id = "gateway"
  group_id    = var.group
  name        = "this"
}
