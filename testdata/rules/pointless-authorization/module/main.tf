locals {
  apis = { list = "IAM", make = "APP" }
}

resource "huaweicloud_apig_api" "orders" {
  for_each                = local.apis
  security_authentication = each.value
}

module "client" {
  source   = "./inner"
  for_each = huaweicloud_apig_api.orders
  api_ids  = [each.value.id]
}
