variable "group" {}

variable "path" {}

resource "huaweicloud_apig_api" "this" {
  group_id       = var.group
  request_method = "GET"
  request_path   = var.path # want `var.path` `module.list.huaweicloud_apig_api.this has the same method, path and match mode as module.again.huaweicloud_apig_api.this in the same group` help `change request_method or request_path of module.list.huaweicloud_apig_api.this or module.again.huaweicloud_apig_api.this, or move one of them to another group`
}
