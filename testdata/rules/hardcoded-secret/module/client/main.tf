variable "client" {
  type = object({ secret = string })
}

resource "huaweicloud_apig_application" "this" {
  app_secret = var.client.secret # want `var.client.secret` `the app_secret of module.literal.huaweicloud_apig_application.this`
}
