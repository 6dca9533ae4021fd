# Silent: an API whose group is not certain may speak HTTP.
variable "group_id" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "secure" {
  group_id         = huaweicloud_apig_group.shop.id
  request_protocol = "HTTPS"
}

resource "huaweicloud_apig_api" "loose" {
  group_id         = var.group_id
  request_protocol = "HTTP"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = 80
  ingress_https_port = -1
}
