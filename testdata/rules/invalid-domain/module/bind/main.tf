variable "host" {
  type = string
}

resource "huaweicloud_apig_group_domain_associate" "this" {
  instance_id = "0123"
  group_id    = "0123"
  url_domain  = var.host # want `var.host` `module.bind\["http://orders.example.com"\].huaweicloud_apig_group_domain_associate.this binds "http://orders.example.com", which is a URL`
}
