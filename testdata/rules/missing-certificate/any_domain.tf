# Silent: the certificate may be for any of the group's domains.
variable "domain_id" {
  type = string
}

variable "host" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"

  url_domains {
    name = "shop.example.com"
  }
}

resource "huaweicloud_apig_api" "shop" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = "HTTPS"
}

resource "huaweicloud_apig_domain_certificate_associate" "shop" {
  group_id       = huaweicloud_apig_group.shop.id
  domain_id      = var.domain_id
  certificate_id = "0123"
}

# Here it is another group's.
resource "huaweicloud_apig_group" "orders" {
  name = "orders"

  url_domains { # want `url_domains` `huaweicloud_apig_group.orders serves HTTPS on port 443 for huaweicloud_apig_api.orders without a certificate` help `bind a certificate to its domain name with a huaweicloud_apig_certificate_batch_domains_associate`
    name = var.host
  }
}

resource "huaweicloud_apig_api" "orders" {
  group_id         = huaweicloud_apig_group.orders.id
  request_protocol = "HTTPS"
}
