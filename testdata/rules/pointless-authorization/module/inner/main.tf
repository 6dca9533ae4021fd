variable "api_ids" {
  type = list(string)
}

resource "huaweicloud_apig_application_authorization" "this" { # want `resource "huaweicloud_apig_application_authorization" "this"` `module.client\["list"\].huaweicloud_apig_application_authorization.this authorizes an app for huaweicloud_apig_api.orders\["list"\] \(IAM\)`
  api_ids = var.api_ids
}
