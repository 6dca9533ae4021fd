resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_application_authorization" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.orders.env_id
  api_ids        = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_group" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
}

resource "huaweicloud_apig_group_domain_associate" "office" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.office.id
  url_domain         = "office.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "office" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.office.url_domain]
}

resource "huaweicloud_apig_api" "office" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.office.id
  name                    = "office_orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/office/orders"
  security_authentication = "APP"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.office.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([huaweicloud_apig_api.office.request_method, huaweicloud_apig_api.office.request_path]))
}

resource "huaweicloud_apig_application_authorization" "office" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.office.env_id
  api_ids        = [huaweicloud_apig_api.office.id]
}

resource "huaweicloud_apig_instance_feature" "route" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_route"
  enabled     = true
  config      = "on"
}
