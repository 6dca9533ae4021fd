resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id               = huaweicloud_apig_instance.main.id
  group_id                  = huaweicloud_apig_group.orders.id
  url_domain                = "orders.example.com"
  ingress_http_port         = 80
  ingress_https_port        = -1
  is_http_redirect_to_https = true
}
