resource "huaweicloud_apig_group" "store" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "store"
}

resource "huaweicloud_apig_group_domain_associate" "store" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.store.id
  url_domain         = "Shop.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}
