variable "secret" {
  type = string
}

module "literal" {
  source = "./client"
  client = { secret = "c2VjcmV0" }
}

module "handed_in" {
  source = "./client"
  client = { secret = var.secret }
}

module "made" {
  source = "./secret"
}

resource "huaweicloud_apig_application" "output" {
  app_secret = module.made.secret # want `module.made.secret` `the app_secret of huaweicloud_apig_application.output`
}
