locals {
  redirect = true
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "shop" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = "BOTH"
}

resource "huaweicloud_apig_group_domain_associate" "closed" { # want `resource "huaweicloud_apig_group_domain_associate" "closed"` `huaweicloud_apig_group_domain_associate.closed redirects HTTP calls for closed.example.com to HTTPS, but the domain name offers no HTTPS`
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "closed.example.com"
  ingress_http_port         = 80
  ingress_https_port        = -1
  is_http_redirect_to_https = local.redirect
}

resource "huaweicloud_apig_group_domain_associate" "bare" { # want `resource "huaweicloud_apig_group_domain_associate" "bare"` `huaweicloud_apig_group_domain_associate.bare redirects HTTP calls for bare.example.com to HTTPS, but the domain name has no certificate` help `bind a certificate to bare.example.com, or remove the redirect from huaweicloud_apig_group_domain_associate.bare`
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "bare.example.com"
  is_http_redirect_to_https = true
}

# Silent: everything is there.
resource "huaweicloud_apig_group_domain_associate" "works" {
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "works.example.com"
  is_http_redirect_to_https = true
}

resource "huaweicloud_apig_global_certificate_batch_domains_associate" "works" {
  certificate_id               = "0123"
  verify_disabled_domain_names = ["works.example.com", "old.example.com"]
}

# Silent: no redirect.
resource "huaweicloud_apig_group_domain_associate" "none" {
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "none.example.com"
  is_http_redirect_to_https = false
}

# Silent: there are no calls by HTTP to redirect.
resource "huaweicloud_apig_group_domain_associate" "secure" {
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "secure.example.com"
  ingress_http_port         = -1
  ingress_https_port        = 443
  is_http_redirect_to_https = true
}

resource "huaweicloud_apig_group" "old" {
  name = "old"

  url_domains { # want `url_domains` `huaweicloud_apig_group.old redirects HTTP calls for old.example.com to HTTPS, but no API of huaweicloud_apig_group.old accepts HTTPS` help `set request_protocol = .BOTH. on the APIs of huaweicloud_apig_group.old, or remove the redirect from huaweicloud_apig_group.old`
    name                      = "old.example.com"
    is_http_redirect_to_https = true
  }
}

resource "huaweicloud_apig_api" "old" {
  group_id         = huaweicloud_apig_group.old.id
  request_protocol = "HTTP"
}
