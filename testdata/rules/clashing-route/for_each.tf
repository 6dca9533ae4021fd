variable "method" {
  default = "GET"
}

resource "huaweicloud_apig_group" "shop" {}

# The path does not depend on the key.
resource "huaweicloud_apig_api" "same" {
  for_each = toset(["a", "b"])

  group_id       = huaweicloud_apig_group.shop.id
  request_method = var.method
  request_path   = "/same" # want `"/same"` `huaweicloud_apig_api.same..b.. has the same method, path and match mode as huaweicloud_apig_api.same..a.. in the same group` help `change request_method or request_path of huaweicloud_apig_api.same..b.. or huaweicloud_apig_api.same..a.., or move one of them to another group`
}

# Silent: each has a path of its own.
resource "huaweicloud_apig_api" "own" {
  for_each = toset(["a", "b"])

  group_id       = huaweicloud_apig_group.shop.id
  request_method = var.method
  request_path   = "/own/${each.key}"
}

# Silent: each has a group of its own.
resource "huaweicloud_apig_group" "tenant" {
  for_each = toset(["a", "b"])
}

resource "huaweicloud_apig_api" "tenant" {
  for_each = toset(["a", "b"])

  group_id       = huaweicloud_apig_group.tenant[each.key].id
  request_method = var.method
  request_path   = "/tenant"
}
