variable "authentication" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  name                    = "this"
  simple_authentication   = true # want `simple_authentication` `^module.api.huaweicloud_apig_api.this has security_authentication = "IAM", which is not allowed with simple_authentication = true: the apply fails$` help `^use "APP" in security_authentication, or change simple_authentication$`
  security_authentication = var.authentication

  mock {
    response = "ok"
  }
}
