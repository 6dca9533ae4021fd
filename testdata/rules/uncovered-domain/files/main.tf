locals {
  hosts = ["shop.example.com", "www.example.com"]
}

variable "unknown" {
  type = string
}

resource "huaweicloud_apig_certificate" "shop" {
  content = file("shop.pem")
}

resource "huaweicloud_apig_certificate" "wild" {
  content = file("${path.module}/wild.pem")
}

resource "huaweicloud_apig_certificate" "elsewhere" {
  content = file("elsewhere.pem")
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "shop" {
  certificate_id = huaweicloud_apig_certificate.shop.id
  verify_disabled_domain_names = [
    "SHOP.example.com.",
    "www.example.com", # want `"www.example.com"` `huaweicloud_apig_certificate_batch_domains_associate.shop binds huaweicloud_apig_certificate.shop to www.example.com, but the certificate is for shop.example.com: the apply fails with APIG.2103` help `^bind a certificate to www.example.com`
    "*.example.com",   # want `"*.example.com"` `to \*.example.com, but the certificate is for shop.example.com`
  ]
}

resource "huaweicloud_apig_global_certificate_batch_domains_associate" "wild" {
  certificate_id = huaweicloud_apig_certificate.wild.id
  verify_disabled_domain_names = [
    "shop.example.com",
    "*.example.com",
    var.unknown,
    "example.com",          # want `"example.com"` `to example.com, but the certificate is for \*.example.com`
    "new.shop.example.com", # want `"new.shop.example.com"` `to new.shop.example.com`
  ]
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "verified" {
  certificate_id              = huaweicloud_apig_certificate.elsewhere.id
  verify_enabled_domain_names = local.hosts # want `local.hosts` `to shop.example.com and www.example.com, but the certificate is for shop.example.org and www.example.org`
}

resource "huaweicloud_apig_group_domain_associate" "news" {
  url_domain = "news.example.com"
}

resource "huaweicloud_apig_domain_certificate_associate" "news" {
  domain_id      = huaweicloud_apig_group_domain_associate.news.domain_id
  certificate_id = huaweicloud_apig_certificate.shop.id # want `huaweicloud_apig_certificate.shop.id` `binds huaweicloud_apig_certificate.shop to news.example.com`
}

# What cannot be told, or is said by others: without a SAN, not in order, of a certificate elsewhere.
resource "huaweicloud_apig_certificate" "others" {
  for_each = toset(["nosan", "reversed", "missing"])
  content  = file("${each.key}.pem")
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "others" {
  for_each                     = huaweicloud_apig_certificate.others
  certificate_id               = each.value.id
  verify_disabled_domain_names = ["www.example.com"]
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "elsewhere" {
  certificate_id               = var.unknown
  verify_disabled_domain_names = ["www.example.com"]
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "any_number" {
  count                        = var.unknown
  certificate_id               = huaweicloud_apig_certificate.shop.id
  verify_disabled_domain_names = ["www.example.com"]
}
