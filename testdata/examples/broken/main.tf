# The shop's gateway as it grew: everything here is well, every other file holds one cause of failing calls.

terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

# A region where gateways are made with LVS: their security group filters, and their public address is an EIP.
provider "huaweicloud" {
  region = "na-mexico-1"
}

variable "certificate" {
  type      = string
  sensitive = true
}

variable "private_key" {
  type      = string
  sensitive = true
}

locals {
  release = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  backend = "10.1.0.8:8080"
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

resource "huaweicloud_vpc_eip" "gateway" {
  for_each = toset(["main", "old"])

  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name        = "gateway-${each.key}"
    size        = 20
    share_type  = "PER"
    charge_mode = "traffic"
  }
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

# The gateway from before the move, still there for its coupons.
resource "huaweicloud_apig_instance" "old" {
  name               = "shop-old"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.old.id
  availability_zones = ["na-mexico-1a"]
  eip_id             = huaweicloud_vpc_eip.gateway["old"].id
}

resource "huaweicloud_networking_secgroup" "old" {
  name                 = "gateway-old"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "old" {
  security_group_id = huaweicloud_networking_secgroup.old.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_apig_instance_feature" "old" {
  for_each = {
    app_route = "on"
    ratelimit = jsonencode({ api_limits = 200 })
  }

  instance_id = huaweicloud_apig_instance.old.id
  name        = each.key
  enabled     = true
  config      = each.value
}

resource "huaweicloud_apig_throttling_policy" "standard" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "standard"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 100
}

resource "huaweicloud_apig_throttling_policy_associate" "standard" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.standard.id

  publish_ids = concat(
    [for key, publication in huaweicloud_apig_api_publishment.catalogue : publication.publish_id if key != "coupons_v2"],
    [
      huaweicloud_apig_api_publishment.preview.publish_id,
      huaweicloud_apig_api_publishment.search.publish_id,
      huaweicloud_apig_api_publishment.cart.publish_id,
      huaweicloud_apig_api_publishment.cart_again.publish_id,
      huaweicloud_apig_api_publishment.invoices.publish_id,
      huaweicloud_apig_api_publishment.feedback.publish_id,
      huaweicloud_apig_api_publishment.policed["office"].publish_id,
      huaweicloud_apig_api_publishment.policed["blocked"].publish_id,
      huaweicloud_apig_api_publishment.policed["surge"].publish_id,
    ],
  )
}
