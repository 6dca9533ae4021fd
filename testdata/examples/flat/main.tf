# A gateway in one file: one host name, two APIs, one application that may call them.

terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

provider "huaweicloud" {
  region = "ap-southeast-3"
}

variable "certificate" {
  type      = string
  sensitive = true
}

variable "private_key" {
  type      = string
  sensitive = true
}

resource "huaweicloud_vpc" "main" {
  name = "shop"
  cidr = "192.168.0.0/16"
}

resource "huaweicloud_vpc_subnet" "main" {
  name       = "shop"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "192.168.0.0/24"
  gateway_ip = "192.168.0.1"
}

resource "huaweicloud_networking_secgroup" "main" {
  name = "shop"
}

resource "huaweicloud_networking_secgroup_rule" "https" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_instance" "main" {
  name                            = "shop"
  edition                         = "BASIC"
  vpc_id                          = huaweicloud_vpc.main.id
  subnet_id                       = huaweicloud_vpc_subnet.main.id
  security_group_id               = huaweicloud_networking_secgroup.main.id
  availability_zones              = ["ap-southeast-3a"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "orders.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_certificate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
  type        = "instance"
  content     = var.certificate
  private_key = var.private_key
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "orders" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = huaweicloud_apig_certificate.orders.id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.orders.url_domain]
}

resource "huaweicloud_dns_zone" "main" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "orders" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "orders.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_apig_api" "list" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.orders.id
  name                    = "list_orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"

  web {
    backend_address  = "192.168.0.8:8080"
    path             = "/orders"
    request_protocol = "HTTP"
    request_method   = "GET"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "status" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.orders.id
  name                    = "status"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/status"
  security_authentication = "NONE"

  mock {
    response = "up"
  }
}

# An edited file is published again.
resource "huaweicloud_apig_api_publishment" "list" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.list.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = filesha1("${path.module}/main.tf")
}

resource "huaweicloud_apig_api_publishment" "status" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.status.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = filesha1("${path.module}/main.tf")
}

resource "huaweicloud_apig_application" "website" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "website"
}

resource "huaweicloud_apig_application_authorization" "website" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.website.id
  env_id         = huaweicloud_apig_api_publishment.list.env_id
  api_ids        = [huaweicloud_apig_api.list.id]
}

resource "huaweicloud_apig_throttling_policy" "main" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "fair_use"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 100
}

resource "huaweicloud_apig_throttling_policy_associate" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.main.id

  publish_ids = [
    huaweicloud_apig_api_publishment.list.publish_id,
    huaweicloud_apig_api_publishment.status.publish_id,
  ]
}
