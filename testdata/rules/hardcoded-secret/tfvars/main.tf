# Silent: the value comes from a variables file, which need not be where the configuration is.
variable "secret" {
  type    = string
  default = "c2VjcmV0"
}

resource "huaweicloud_apig_application" "client" {
  app_secret = var.secret
}
