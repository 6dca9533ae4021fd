# Silent throughout.
variable "redirect" {
  type = bool
}

variable "port" {
  type = number
}

variable "protocol" {
  type = string
}

variable "hosts" {
  type = list(string)
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "shop" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = var.protocol
}

resource "huaweicloud_apig_group_domain_associate" "redirect" {
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "redirect.example.com"
  ingress_http_port         = 80
  ingress_https_port        = -1
  is_http_redirect_to_https = var.redirect
}

resource "huaweicloud_apig_group_domain_associate" "port" {
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "port.example.com"
  ingress_http_port         = 80
  ingress_https_port        = var.port
  is_http_redirect_to_https = true
}

# Any domain may have the certificate.
resource "huaweicloud_apig_group_domain_associate" "certificate" {
  group_id                  = huaweicloud_apig_group.shop.id
  url_domain                = "certificate.example.com"
  is_http_redirect_to_https = true
}

resource "huaweicloud_apig_global_certificate_batch_domains_associate" "some" {
  certificate_id               = "0123"
  verify_disabled_domain_names = var.hosts
}
