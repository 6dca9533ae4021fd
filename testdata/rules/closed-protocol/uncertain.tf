# Silent throughout.
variable "protocol" {
  type = string
}

variable "port" {
  type = number
}

variable "paths" {
  type = set(string)
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "secure" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = "HTTPS"
}

resource "huaweicloud_apig_group_domain_associate" "port" {
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "port.example.com"
  ingress_http_port  = 80
  ingress_https_port = var.port
}

resource "huaweicloud_apig_group" "unknown" {
  name = "unknown"
}

resource "huaweicloud_apig_api" "unknown" {
  group_id         = huaweicloud_apig_group.unknown.id
  request_protocol = var.protocol
}

resource "huaweicloud_apig_group_domain_associate" "unknown" {
  group_id           = huaweicloud_apig_group.unknown.id
  url_domain         = "unknown.example.com"
  ingress_http_port  = 80
  ingress_https_port = -1
}

# There may be no API.
resource "huaweicloud_apig_group" "paths" {
  name = "paths"
}

resource "huaweicloud_apig_api" "paths" {
  for_each = var.paths

  group_id         = huaweicloud_apig_group.paths.id
  request_protocol = "HTTPS"
  request_path     = each.value
}

resource "huaweicloud_apig_group_domain_associate" "paths" {
  group_id           = huaweicloud_apig_group.paths.id
  url_domain         = "paths.example.com"
  ingress_http_port  = 80
  ingress_https_port = -1
}
