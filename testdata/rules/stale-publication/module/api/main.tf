variable "path" {
  type = string
}

variable "note" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  request_path = var.path
}

resource "huaweicloud_apig_api_publishment" "this" { # want `resource "huaweicloud_apig_api_publishment" "this"` `module.literal.huaweicloud_apig_api_publishment.this is not updated when module.literal.huaweicloud_apig_api.this`
  api_id      = huaweicloud_apig_api.this.id
  description = var.note
}
