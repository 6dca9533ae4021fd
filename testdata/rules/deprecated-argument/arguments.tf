variable "anything" {}

locals {
  second = "10.2.0.0/16"
}

resource "huaweicloud_vpc" "main" {
  for_each = toset(["a"])

  name           = each.key
  cidr           = "10.1.0.0/16"
  secondary_cidr = local.second # want `secondary_cidr` `secondary_cidr of huaweicloud_vpc.main\["a"\] is deprecated: secondary_cidrs takes its place`
}

resource "huaweicloud_apig_vpc_channel" "shop" { # want `"huaweicloud_apig_vpc_channel"` `huaweicloud_apig_vpc_channel.shop has the deprecated type huaweicloud_apig_vpc_channel: huaweicloud_apig_channel takes its place`
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  name = "orders"

  func_graph_policy {
    name            = "policy"
    function_urn    = var.anything
    invocation_mode = "sync" # want `invocation_mode` `func_graph_policy.invocation_mode of huaweicloud_apig_api.orders is deprecated: invocation_type takes its place`
  }
}

resource "huaweicloud_apig_instance" "elb" {
  name                  = "elb"
  loadbalancer_provider = "elb"
  available_zones       = ["a"]        # want `available_zones` `availability_zones takes its place`
  eip_id                = var.anything # want `eip_id` `eip_id of huaweicloud_apig_instance.elb is deprecated: ingress_bandwidth_size takes its place`
}

# Silent: nothing takes the place of eip_id here, or nobody knows.
resource "huaweicloud_apig_instance" "lvs" {
  name                  = "lvs"
  loadbalancer_provider = "lvs"
  eip_id                = var.anything
}

resource "huaweicloud_apig_instance" "any" {
  name   = "any"
  eip_id = var.anything
}
