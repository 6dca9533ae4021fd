variable "group_id" {
  type = string
}

variable "path" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  group_id = var.group_id

  web {
    path            = var.path # want `var.path` `module.orders\["version"\].huaweicloud_apig_api.this uses a variable that huaweicloud_apig_group.shop does not define \(#version# in RELEASE\)`
    backend_address = "#host#"
  }
}

resource "huaweicloud_apig_api_publishment" "this" {
  api_id = huaweicloud_apig_api.this.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
