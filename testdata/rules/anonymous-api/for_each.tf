locals {
  apis = {
    list = { method = "GET", authentication = "NONE" }
    make = { method = "POST", authentication = "IAM" }
    ask  = { method = "OPTIONS", authentication = "NONE" }
  }
}

resource "huaweicloud_apig_api" "orders" {
  for_each = local.apis

  request_method          = each.value.method
  security_authentication = each.value.authentication # want `each.value.authentication` `huaweicloud_apig_api.orders\["list"\] can be called by anyone`
}
