variable "api_ids" {
  type = list(string)
}

resource "huaweicloud_apig_application" "this" {
  name = "client"
}

resource "huaweicloud_apig_application_authorization" "this" {
  application_id = huaweicloud_apig_application.this.id
  api_ids        = var.api_ids
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
