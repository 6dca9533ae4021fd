# A shop behind a gateway with a public entrance, with what each station of a call looks at. The tests of schema/trace change it text by text.
resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.0.0.0/16"
}

resource "huaweicloud_vpc" "app" {
  name = "app"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "main" {
  name       = "main"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.0.1.0/24"
  gateway_ip = "10.0.1.1"
}

resource "huaweicloud_vpc_subnet" "app" {
  name       = "app"
  vpc_id     = huaweicloud_vpc.app.id
  cidr       = "10.1.1.0/24"
  gateway_ip = "10.1.1.1"
}

resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  edition                = "BASIC"
  region                 = "cn-north-4"
  vpc_id                 = huaweicloud_vpc.main.id
  subnet_id              = huaweicloud_vpc_subnet.main.id
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "shop" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "shop"
  domain_access_enabled = true
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "shop.example.com"
}

resource "huaweicloud_apig_certificate" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
  type        = "instance"
  content     = var.certificate
  private_key = var.key
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "shop" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = huaweicloud_apig_certificate.shop.id
  verify_disabled_domain_names = ["shop.example.com"]
}

variable "certificate" {}

variable "key" {}

resource "huaweicloud_dns_zone" "public" {
  name      = "example.com."
  zone_type = "public"
}

resource "huaweicloud_dns_recordset" "public" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_dns_zone" "private" {
  name      = "example.com."
  zone_type = "private"

  router {
    router_id = huaweicloud_vpc.main.id
  }
}

resource "huaweicloud_dns_recordset" "private" {
  zone_id = huaweicloud_dns_zone.private.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.vpc_ingress_address]
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders/{id}"
  security_authentication = "APP"
  simple_authentication   = true

  request_params {
    name     = "page"
    location = "QUERY"
    type     = "NUMBER"
    required = true
  }

  web {
    path             = "/v1/orders"
    vpc_channel_id   = huaweicloud_apig_channel.orders.id
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }

  web_policy {
    name             = "beta"
    path             = "/v2/orders"
    vpc_channel_id   = huaweicloud_apig_channel.beta.id
    request_method   = "GET"
    request_protocol = "HTTP"
    effective_mode   = "ANY"

    conditions {
      source     = "param"
      param_name = "page"
      type       = "Enumerated"
      value      = "7,8"
    }
  }
}

resource "huaweicloud_apig_api" "all" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "all"
  type                    = "Public"
  request_protocol        = "BOTH"
  request_method          = "ANY"
  request_path            = "/"
  matching                = "Prefix"
  security_authentication = "NONE"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_channel" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host = "10.0.1.10"
  }
}

resource "huaweicloud_apig_channel" "beta" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "beta"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host = "10.0.1.11"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_action" "all" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.all.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action      = "online"
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_application" "web" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "web"
  app_codes   = [base64encode("this-is-no-secret-of-anybody-at-all-in-the-world-but-an-example-of-one")]
}

resource "huaweicloud_apig_application" "other" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "other"
}

resource "huaweicloud_apig_application_authorization" "web" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.web.id
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_acl_policy" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "partners"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "198.51.100.0/24,10.0.1.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.partners.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
