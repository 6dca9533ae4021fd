resource "huaweicloud_apig_instance_ingress_port" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  port        = 8443
  protocol    = "HTTPS"
}

resource "huaweicloud_networking_secgroup_rule" "callers" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443,8443"
  remote_ip_prefix  = "203.0.113.0/24"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 8443
}
