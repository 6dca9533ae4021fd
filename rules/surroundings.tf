# The common configuration of the examples of the rules: a gateway that nothing is wrong with, and an API that is published.
# What an example declares itself replaces what has the same address here. No region is named, so that nothing depends on
# one.

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "main" {
  name       = "main"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_networking_secgroup" "main" {
  name                 = "gateway"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "callers" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_instance" "main" {
  name                            = "main"
  edition                         = "BASIC"
  vpc_id                          = huaweicloud_vpc.main.id
  subnet_id                       = huaweicloud_vpc_subnet.main.id
  security_group_id               = huaweicloud_networking_secgroup.main.id
  availability_zones              = ["cn-north-4a"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
  bandwidth_size                  = 5
}

# The rate that applies where no policy does: chosen, not forgotten.
resource "huaweicloud_apig_instance_feature" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = 200 })
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}

variable "certificate_id" {
  type = string
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "shop" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.shop.url_domain]
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

# What makes the environment one that is used, whether an example publishes to it or not.
resource "huaweicloud_apig_environment_variable" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = huaweicloud_apig_environment.beta.id
  name        = "stage_name"
  value       = "beta"
}

# The API that nearly all examples are about, published in RELEASE.
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

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
}
