locals {
  clients = {
    web = { name = "web", secret = "c2VjcmV0" }
    app = { name = "app", secret = random_password.app.result }
  }
}

resource "random_password" "app" {
  length = 32
}

resource "huaweicloud_apig_application" "clients" {
  for_each = local.clients

  name       = each.value.name
  app_secret = each.value.secret # want `each.value.secret` `the app_secret of huaweicloud_apig_application.clients\["web"\]`
}

resource "huaweicloud_apig_appcode" "codes" {
  for_each = toset(["Y29kZQ"])
  value    = each.value # want `each.value` `the value of huaweicloud_apig_appcode.codes`
}
