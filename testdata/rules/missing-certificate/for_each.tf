locals {
  hosts = { shop = "shop.example.com", orders = "orders.example.com" }
}

resource "huaweicloud_apig_group" "all" {
  for_each = local.hosts

  name = each.key
}

resource "huaweicloud_apig_api" "all" {
  for_each = local.hosts

  group_id         = huaweicloud_apig_group.all[each.key].id
  request_protocol = "HTTPS"
}

resource "huaweicloud_apig_group_domain_associate" "all" { # want `resource "huaweicloud_apig_group_domain_associate" "all"` `huaweicloud_apig_group_domain_associate.all..orders.. serves HTTPS on port 443 for huaweicloud_apig_api.all..orders.. without a certificate` help `bind a certificate to orders.example.com with a huaweicloud_apig_certificate_batch_domains_associate`
  for_each = local.hosts

  group_id   = huaweicloud_apig_group.all[each.key].id
  url_domain = each.value
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "shop" {
  certificate_id               = "0123"
  verify_disabled_domain_names = [for key, host in local.hosts : host if key == "shop"]
}
