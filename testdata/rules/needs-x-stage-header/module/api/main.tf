variable "group_id" {
  type = string
}

variable "stage_id" {
  type    = string
  default = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api" "this" { # want `resource "huaweicloud_apig_api" "this"` `module.orders.huaweicloud_apig_api.this is published to BETA but not to RELEASE`
  group_id = var.group_id
}

resource "huaweicloud_apig_api_publishment" "this" {
  api_id = huaweicloud_apig_api.this.id
  env_id = var.stage_id
}
