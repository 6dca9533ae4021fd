resource "huaweicloud_apig_instance_ingress_port" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  port        = 8443
  protocol    = "HTTPS"
}

resource "huaweicloud_apig_group_domain_associate" "partners" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "partners.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 8443
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "partners" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.partners.url_domain]
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}
