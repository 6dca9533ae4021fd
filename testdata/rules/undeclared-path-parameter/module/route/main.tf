variable "path" {}

variable "params" {}

resource "huaweicloud_apig_api" "this" {
  request_path = var.path # want `var.path` `module.wrong.huaweicloud_apig_api.this has {id} in its path`

  dynamic "request_params" {
    for_each = var.params

    content {
      name     = request_params.value
      location = "PATH"
    }
  }
}
