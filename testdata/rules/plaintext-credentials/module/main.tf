resource "huaweicloud_apig_group" "shop" {
  for_each = toset(["old", "new"])
  name     = each.key
}

locals {
  http_ports = { old = 80, new = -1 }
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  for_each          = local.http_ports
  group_id          = huaweicloud_apig_group.shop[each.key].id
  url_domain        = "${each.key}.example.com"
  ingress_http_port = each.value
}

module "orders" {
  source   = "./inner"
  for_each = huaweicloud_apig_group.shop
  group_id = each.value.id
}
