variable "authentication" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  request_method          = "OPTIONS"
  security_authentication = var.authentication
}

resource "huaweicloud_apig_api_publishment" "this" {
  api_id = huaweicloud_apig_api.this.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

output "publish_id" {
  value = huaweicloud_apig_api_publishment.this.publish_id
}
