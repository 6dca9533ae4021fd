variable "api_id" {
  type = string
}

resource "huaweicloud_apig_api_publishment" "this" { # want `resource "huaweicloud_apig_api_publishment" "this"` `module.publication.huaweicloud_apig_api_publishment.this publishes huaweicloud_apig_api.orders to RELEASE, and so does huaweicloud_apig_api_publishment.orders:`
  api_id = var.api_id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

output "api_id" {
  value = huaweicloud_apig_api_publishment.this.api_id
}
