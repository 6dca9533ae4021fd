variable "group" {}

variable "path" {}

resource "huaweicloud_apig_api" "this" {
  group_id       = var.group
  request_method = "GET"
  request_path   = var.path # want `var.path` `module.list.huaweicloud_apig_api.this has the method, path and match mode of module.again.huaweicloud_apig_api.this`
}
