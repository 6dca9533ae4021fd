# Silent throughout.
variable "protocol" {
  type = string
}

variable "port" {
  type = number
}

variable "group_id" {
  type = string
}

variable "certified" {
  type = bool
}

resource "huaweicloud_apig_group" "unknown" {
  name = "unknown"

  url_domains {
    name = "unknown.example.com"
  }
}

resource "huaweicloud_apig_api" "unknown" {
  group_id         = huaweicloud_apig_group.unknown.id
  request_protocol = var.protocol
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "shop" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = "HTTPS"
}

resource "huaweicloud_apig_group_domain_associate" "port" {
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "port.example.com"
  ingress_http_port  = 80
  ingress_https_port = var.port
}

# What the service makes of one port without the other is not known.
resource "huaweicloud_apig_group_domain_associate" "half" {
  group_id          = huaweicloud_apig_group.shop.id
  url_domain        = "half.example.com"
  ingress_http_port = 80
}

resource "huaweicloud_apig_group_domain_associate" "group" {
  group_id   = var.group_id
  url_domain = "group.example.com"
}

resource "huaweicloud_apig_group_domain_associate" "count" {
  group_id   = huaweicloud_apig_group.shop.id
  url_domain = "count.example.com"
}

resource "huaweicloud_apig_global_certificate_batch_domains_associate" "count" {
  count = var.certified ? 1 : 0

  certificate_id               = "0123"
  verify_disabled_domain_names = ["count.example.com"]
}
