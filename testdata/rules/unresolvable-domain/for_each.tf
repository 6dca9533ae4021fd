locals {
  hosts = toset(["shop", "orders"])
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_dns_zone" "example" {
  name = "example.com"
}

resource "huaweicloud_apig_group_domain_associate" "all" {
  for_each = local.hosts

  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "${each.key}.${huaweicloud_dns_zone.example.name}" # want `"${each.key}.${huaweicloud_dns_zone.example.name}"` `huaweicloud_apig_group_domain_associate.all..orders.. binds orders.example.com, but huaweicloud_dns_zone.example has no record for it` help `add a huaweicloud_dns_recordset for orders.example.com to huaweicloud_dns_zone.example that points to the gateway`
}

resource "huaweicloud_dns_recordset" "shop" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}
