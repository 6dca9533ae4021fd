variable "unknown" {
  type = string
}

resource "huaweicloud_apig_api" "http" {
  request_protocol        = "HTTP"
  security_authentication = "APP"
  simple_authentication   = true # want `true` `huaweicloud_apig_api.http accepts AppCodes but only over HTTP, where the gateway rejects every call with one`
}

# Silent: HTTPS is there, or may be.
resource "huaweicloud_apig_api" "others" {
  for_each                = { https = "HTTPS", both = "BOTH", grpc = "GRPCS", unknown = var.unknown }
  request_protocol        = each.value
  security_authentication = "APP"
  simple_authentication   = true
}

# Silent: no AppCodes.
resource "huaweicloud_apig_api" "signed" {
  request_protocol        = "HTTP"
  security_authentication = "APP"
  simple_authentication   = false
}

resource "huaweicloud_apig_api" "unset" {
  request_protocol        = "HTTP"
  security_authentication = "APP"
}

# Silent: simple authentication is a way of APP authentication, and has no effect otherwise.
resource "huaweicloud_apig_api" "iam" {
  request_protocol        = "HTTP"
  security_authentication = "IAM"
  simple_authentication   = true
}
