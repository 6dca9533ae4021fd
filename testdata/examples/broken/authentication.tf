# Will the caller's credential be accepted?

# The secret stands in the repository and in its history: whoever reads it can call as this application.
resource "huaweicloud_apig_application" "mobile" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "mobile"
  app_secret  = "example-Secret-2024"
}

# No application is authorized for it: every signed call gets APIG.0304.
resource "huaweicloud_apig_api" "invoices" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "invoices"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/invoices"
  security_authentication = "APP"

  web {
    backend_address  = local.backend
    path             = "/invoices"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

resource "huaweicloud_apig_api_publishment" "invoices" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.invoices.id
  env_id      = local.release
  description = filesha1("${path.module}/authentication.tf")
}

resource "huaweicloud_apig_api" "receipts" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "receipts"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/receipts"
  security_authentication = "APP"

  web {
    backend_address  = local.backend
    path             = "/receipts"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

resource "huaweicloud_apig_api_publishment" "receipts" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.receipts.id
  env_id      = local.release
  description = filesha1("${path.module}/authentication.tf")
}

resource "huaweicloud_apig_application_authorization" "receipts" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  env_id         = huaweicloud_apig_api_publishment.receipts.env_id
  api_ids        = [huaweicloud_apig_api.receipts.id]
}

# The API is not published to BETA, so there is nothing to authorize: the apply fails, and testers get APIG.0101.
resource "huaweicloud_apig_application_authorization" "receipts_beta" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  env_id         = huaweicloud_apig_environment.beta.id
  api_ids        = [huaweicloud_apig_api.receipts.id]
}

# Anyone who finds the host name can write to the backend.
resource "huaweicloud_apig_api" "feedback" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "feedback"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "POST"
  request_path            = "/feedback"
  security_authentication = "NONE"

  web {
    backend_address  = local.backend
    path             = "/feedback"
    request_protocol = "HTTP"
    request_method   = "POST"
  }
}

resource "huaweicloud_apig_api_publishment" "feedback" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.feedback.id
  env_id      = local.release
  description = filesha1("${path.module}/authentication.tf")
}
