locals {
  minimum = { old = "TLSv1.1", new = "TLSv1.2" }
}

variable "minimum" {
  type = string
}

variable "port" {
  type = number
}

resource "huaweicloud_apig_group_domain_associate" "all" {
  for_each = local.minimum

  url_domain      = "${each.key}.example.com"
  min_ssl_version = each.value # want `each.value` `huaweicloud_apig_group_domain_associate.all\["old"\] accepts TLS 1.1 for old.example.com`
}

resource "huaweicloud_apig_group" "inline" {
  name = "inline"

  url_domains {
    name            = "inline.example.com"
    min_ssl_version = "TLSv1.1" # want `"TLSv1.1"` `huaweicloud_apig_group.inline accepts TLS 1.1 for inline.example.com`
  }
}

# Silent: the default depends on the region.
resource "huaweicloud_apig_group_domain_associate" "unset" {
  url_domain = "unset.example.com"
}

# Silent: nobody knows.
resource "huaweicloud_apig_group_domain_associate" "unknown" {
  url_domain      = "unknown.example.com"
  min_ssl_version = var.minimum
}

# Silent: no HTTPS, or nobody knows.
resource "huaweicloud_apig_group_domain_associate" "plain" {
  url_domain         = "plain.example.com"
  min_ssl_version    = "TLSv1.1"
  ingress_http_port  = 80
  ingress_https_port = -1
}

resource "huaweicloud_apig_group_domain_associate" "port" {
  url_domain         = "port.example.com"
  min_ssl_version    = "TLSv1.1"
  ingress_http_port  = 80
  ingress_https_port = var.port
}
