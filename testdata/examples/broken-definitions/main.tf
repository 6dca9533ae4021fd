# What the broken definitions stand in: everything here is well.

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

variable "certificate_id" {
  type = string
}

resource "huaweicloud_vpc" "main" {
  name = "shop"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "main" {
  name       = "shop"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_networking_secgroup" "gateway" {
  name = "gateway"
}

resource "huaweicloud_networking_secgroup_rule" "callers" {
  security_group_id = huaweicloud_networking_secgroup.gateway.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
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

resource "huaweicloud_apig_certificate_batch_domains_associate" "orders" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = var.certificate_id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.orders.url_domain]
}

resource "huaweicloud_apig_api_publishment" "orders" {
  for_each = {
    list   = huaweicloud_apig_api.list.id
    create = huaweicloud_apig_api.create.id
  }

  instance_id = huaweicloud_apig_instance.main.id
  api_id      = each.value
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = filesha1("${path.module}/definitions.tf")
}

resource "huaweicloud_apig_throttling_policy_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.orders.id
  publish_ids = [for publication in huaweicloud_apig_api_publishment.orders : publication.publish_id]
}
