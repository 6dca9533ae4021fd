# Silent throughout.
variable "port" {
  type = number
}

variable "host" {
  type = string
}

variable "gateway_id" {
  type = string
}

variable "bound" {
  type = bool
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = 80
  ingress_https_port = 443
}

resource "huaweicloud_apig_group_domain_associate" "port" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = var.port
}

# What the service makes of one port without the other is not known.
resource "huaweicloud_apig_group_domain_associate" "half" {
  instance_id       = huaweicloud_apig_instance.main.id
  group_id          = huaweicloud_apig_group.shop.id
  url_domain        = "shop.example.com"
  ingress_http_port = -1
}

resource "huaweicloud_apig_group_domain_associate" "host" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = var.host
}

resource "huaweicloud_apig_group_domain_associate" "gateway" {
  instance_id = var.gateway_id
  group_id    = var.gateway_id
  url_domain  = "shop.example.com"
}

resource "huaweicloud_apig_group_domain_associate" "count" {
  count = var.bound ? 1 : 0

  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "shop.example.com"
}
