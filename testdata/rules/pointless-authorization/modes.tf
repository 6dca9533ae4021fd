variable "unknown" {
  type = string
}

resource "huaweicloud_apig_api" "app" {
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "iam" {
  security_authentication = "IAM"
}

resource "huaweicloud_apig_api" "unset" {
  name = "unset"
}

resource "huaweicloud_apig_api" "unknown" {
  security_authentication = var.unknown
}

resource "huaweicloud_apig_application_authorization" "iam" { # want `resource "huaweicloud_apig_application_authorization" "iam"` `iam authorizes an app for huaweicloud_apig_api.iam \(IAM\), which does not use APP authentication: it has no effect`
  api_ids = [huaweicloud_apig_api.iam.id]
}

resource "huaweicloud_apig_application_authorization" "some" { # want `resource "huaweicloud_apig_application_authorization" "some"` `some authorizes an app for huaweicloud_apig_api.iam \(IAM\) and huaweicloud_apig_api.unset \(NONE\), which do not use APP authentication`
  api_ids = [huaweicloud_apig_api.app.id, huaweicloud_apig_api.iam.id, huaweicloud_apig_api.unset.id]
}

# Silent: it asks for one.
resource "huaweicloud_apig_application_authorization" "app" {
  api_ids = [huaweicloud_apig_api.app.id]
}

# Silent: nobody knows what the API asks for, or which API it is.
resource "huaweicloud_apig_application_authorization" "unknown" {
  api_ids = [huaweicloud_apig_api.unknown.id, var.unknown]
}
