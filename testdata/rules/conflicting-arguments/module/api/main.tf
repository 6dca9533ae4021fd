variable "authentication" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  name                    = "this"
  simple_authentication   = true # want `simple_authentication` `has simple_authentication = true and security_authentication = "IAM": simple_authentication = true needs security_authentication = APP`
  security_authentication = var.authentication

  mock {
    response = "ok"
  }
}
