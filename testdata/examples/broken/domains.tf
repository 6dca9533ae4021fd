# Does the host name lead to the right group?

resource "huaweicloud_dns_zone" "main" {
  name = "example.com."
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_dns_recordset" "shop" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

# No domain is bound to this group and its debugging domain is off: no host name leads to it, calls get APIG.0101.
resource "huaweicloud_apig_group" "returns" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "returns"
}

# Only the debugging domain leads here, and it serves 1000 calls a day: the next caller gets APIG.0308.
resource "huaweicloud_apig_group" "reviews" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "reviews"
  domain_access_enabled = true
}

resource "huaweicloud_apig_group" "shop_v2" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop_v2"
}

# The name belongs to the group shop, capitals or not: the apply fails with APIG.2050, and callers stay with the old group.
resource "huaweicloud_apig_group_domain_associate" "shop_v2" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop_v2.id
  url_domain         = "SHOP.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_group" "payments" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "payments"
}

resource "huaweicloud_apig_group_domain_associate" "payments" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.payments.id
  url_domain         = "pay.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

# The group moved to the new gateway, its record did not: callers reach the old one, which answers APIG.0101.
resource "huaweicloud_dns_recordset" "payments" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "pay.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.old.ingress_address]
}

resource "huaweicloud_apig_group" "help" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "help"
}

# The zone of this name is declared above, and has no record for it: callers cannot resolve it.
resource "huaweicloud_apig_group_domain_associate" "help" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.help.id
  url_domain         = "help.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_group" "coupons" {
  instance_id = huaweicloud_apig_instance.old.id
  name        = "coupons"
}

# The APIs are here, and coupons.example.com still leads to the group above, which has none: its callers get APIG.0101.
resource "huaweicloud_apig_group" "coupons_v2" {
  instance_id = huaweicloud_apig_instance.old.id
  name        = "coupons_v2"
}

resource "huaweicloud_apig_group_domain_associate" "coupons" {
  instance_id        = huaweicloud_apig_instance.old.id
  group_id           = huaweicloud_apig_group.coupons.id
  url_domain         = "coupons.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_dns_recordset" "coupons" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "coupons.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.old.ingress_address]
}

# What follows is well: an API in each group, and the certificate of the names.

locals {
  groups = {
    returns    = huaweicloud_apig_group.returns
    reviews    = huaweicloud_apig_group.reviews
    shop_v2    = huaweicloud_apig_group.shop_v2
    payments   = huaweicloud_apig_group.payments
    help       = huaweicloud_apig_group.help
    coupons_v2 = huaweicloud_apig_group.coupons_v2
  }
}

resource "huaweicloud_apig_api" "catalogue" {
  for_each = local.groups

  instance_id             = each.value.instance_id
  group_id                = each.value.id
  name                    = "${each.key}_catalogue"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/catalogue"
  security_authentication = "IAM"

  web {
    backend_address  = local.backend
    path             = "/${each.key}"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

resource "huaweicloud_apig_api_publishment" "catalogue" {
  for_each = local.groups

  instance_id = each.value.instance_id
  api_id      = huaweicloud_apig_api.catalogue[each.key].id
  env_id      = local.release
  description = filesha1("${path.module}/domains.tf")
}

resource "huaweicloud_apig_certificate" "main" {
  for_each = {
    main = huaweicloud_apig_instance.main.id
    old  = huaweicloud_apig_instance.old.id
  }

  instance_id = each.value
  name        = "names_${each.key}"
  type        = "instance"
  content     = var.certificate
  private_key = var.private_key
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "main" {
  instance_id    = huaweicloud_apig_instance.main.id
  certificate_id = huaweicloud_apig_certificate.main["main"].id

  verify_disabled_domain_names = [
    huaweicloud_apig_group_domain_associate.shop.url_domain,
    huaweicloud_apig_group_domain_associate.shop_v2.url_domain,
    huaweicloud_apig_group_domain_associate.payments.url_domain,
    huaweicloud_apig_group_domain_associate.help.url_domain,
  ]
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "old" {
  instance_id                  = huaweicloud_apig_instance.old.id
  certificate_id               = huaweicloud_apig_certificate.main["old"].id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.coupons.url_domain]
}
