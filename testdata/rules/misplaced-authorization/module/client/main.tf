variable "api_ids" {
  type = list(string)
}

variable "stage_id" {
  type    = string
  default = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_application_authorization" "this" { # want `resource "huaweicloud_apig_application_authorization" "this"` `module.partner.huaweicloud_apig_application_authorization.this authorizes an app for huaweicloud_apig_api.orders\["list"\] and huaweicloud_apig_api.orders\["make"\] in RELEASE`
  api_ids = var.api_ids
  env_id  = var.stage_id
}
