variable "tenants" {
  type = set(string)
}

variable "first" {}

variable "second" {}

resource "huaweicloud_apig_group" "tenant" {
  for_each = var.tenants
}

# Silent: the two may be in different groups of those.
resource "huaweicloud_apig_api" "first" {
  group_id       = huaweicloud_apig_group.tenant[var.first].id
  request_method = "GET"
  request_path   = "/orders"
}

resource "huaweicloud_apig_api" "second" {
  group_id       = huaweicloud_apig_group.tenant[var.second].id
  request_method = "GET"
  request_path   = "/orders"
}
