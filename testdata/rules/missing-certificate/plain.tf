locals {
  off = -1
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "secure" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = "HTTPS"
}

resource "huaweicloud_apig_api" "both" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = "BOTH"
}

resource "huaweicloud_apig_group_domain_associate" "unset" { # want `resource "huaweicloud_apig_group_domain_associate" "unset"` `huaweicloud_apig_group_domain_associate.unset serves HTTPS on port 443 for huaweicloud_apig_api.secure without a certificate` help `bind a certificate to unset.example.com with a huaweicloud_apig_certificate_batch_domains_associate`
  group_id   = huaweicloud_apig_group.shop.id
  url_domain = "unset.example.com"
}

resource "huaweicloud_apig_group_domain_associate" "custom" { # want `resource "huaweicloud_apig_group_domain_associate" "custom"` `huaweicloud_apig_group_domain_associate.custom serves HTTPS on port 8443 for huaweicloud_apig_api.secure without a certificate` help `bind a certificate to custom.example.com with a huaweicloud_apig_certificate_batch_domains_associate`
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "custom.example.com"
  ingress_http_port  = local.off
  ingress_https_port = 8443
}

# Silent: no HTTPS.
resource "huaweicloud_apig_group_domain_associate" "off" {
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "off.example.com"
  ingress_http_port  = 80
  ingress_https_port = local.off
}

# Silent: each kind of association gives one.
resource "huaweicloud_apig_group_domain_associate" "verified" {
  group_id   = huaweicloud_apig_group.shop.id
  url_domain = "verified.example.com"
}

resource "huaweicloud_apig_group_domain_associate" "unverified" {
  group_id   = huaweicloud_apig_group.shop.id
  url_domain = "unverified.example.com"
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "instance" {
  certificate_id               = "0123"
  verify_enabled_domain_names  = [huaweicloud_apig_group_domain_associate.verified.url_domain]
  verify_disabled_domain_names = ["Unverified.example.com."]
}

resource "huaweicloud_apig_group_domain_associate" "global" {
  group_id   = huaweicloud_apig_group.shop.id
  url_domain = "global.example.com"
}

resource "huaweicloud_apig_global_certificate_batch_domains_associate" "global" {
  certificate_id               = "0123"
  verify_disabled_domain_names = ["global.example.com"]
}

resource "huaweicloud_apig_group_domain_associate" "single" {
  group_id   = huaweicloud_apig_group.shop.id
  url_domain = "single.example.com"
}

resource "huaweicloud_apig_domain_certificate_associate" "single" {
  group_id       = huaweicloud_apig_group.shop.id
  domain_id      = huaweicloud_apig_group_domain_associate.single.domain_id
  certificate_id = "0123"
}

# Silent: the same domain at another port has the same certificate.
resource "huaweicloud_apig_group_domain_associate" "again" {
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "single.example.com"
  ingress_http_port  = local.off
  ingress_https_port = 8443
}
