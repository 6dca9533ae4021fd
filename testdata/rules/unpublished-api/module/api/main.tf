variable "group_id" {
  type = string
}

variable "path" {
  type = string
}

resource "huaweicloud_apig_api" "this" { # want `resource "huaweicloud_apig_api" "this"` `module.orders.huaweicloud_apig_api.this is not published to any environment`
  group_id     = var.group_id
  request_path = var.path
}

output "id" {
  value = huaweicloud_apig_api.this.id
}
