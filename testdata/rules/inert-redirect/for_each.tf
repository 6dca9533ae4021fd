locals {
  ports = { open = 443, closed = -1 }
}

resource "huaweicloud_apig_group_domain_associate" "all" { # want `resource "huaweicloud_apig_group_domain_associate" "all"` `huaweicloud_apig_group_domain_associate.all..closed.. redirects HTTP calls for closed.example.com to HTTPS, but the domain name offers no HTTPS` help `set ingress_https_port of huaweicloud_apig_group_domain_associate.all..closed.. to a port, or remove the redirect from huaweicloud_apig_group_domain_associate.all..closed..`
  for_each = local.ports

  group_id                  = "0123"
  url_domain                = "${each.key}.example.com"
  ingress_http_port         = 80
  ingress_https_port        = each.value
  is_http_redirect_to_https = true
}
