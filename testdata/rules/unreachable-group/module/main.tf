resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

module "group" {
  source   = "./group"
  for_each = { orders = "orders.example.com", stock = null }

  gateway_id = huaweicloud_apig_instance.main.id
  name       = each.key
  domain     = each.value
}

resource "huaweicloud_apig_api" "list" {
  for_each = module.group

  group_id = each.value.id
}
