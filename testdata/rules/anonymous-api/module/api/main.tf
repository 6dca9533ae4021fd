variable "authentication" {
  type    = string
  default = null
}

resource "huaweicloud_apig_api" "this" { # want `resource "huaweicloud_apig_api" "this"` `module.open.huaweicloud_apig_api.this has no security_authentication, which means NONE`
  request_method          = "GET"
  security_authentication = var.authentication
}
