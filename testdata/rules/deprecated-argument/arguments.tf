variable "anything" {}

locals {
  second = "10.2.0.0/16"
}

resource "huaweicloud_vpc" "main" {
  for_each = toset(["a"])

  name           = each.key
  cidr           = "10.1.0.0/16"
  secondary_cidr = local.second # want `secondary_cidr` `^secondary_cidr of huaweicloud_vpc.main\["a"\] is deprecated in favour of secondary_cidrs: a newer provider may refuse it$` help `^use secondary_cidrs instead of secondary_cidr$`
}

resource "huaweicloud_apig_vpc_channel" "shop" { # want `"huaweicloud_apig_vpc_channel"` `^huaweicloud_apig_vpc_channel of huaweicloud_apig_vpc_channel.shop is deprecated in favour of huaweicloud_apig_channel: a newer provider may refuse it$` help `^use huaweicloud_apig_channel instead of huaweicloud_apig_vpc_channel$`
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  name = "orders"

  func_graph_policy {
    name            = "policy"
    function_urn    = var.anything
    invocation_mode = "sync" # want `invocation_mode` `^func_graph_policy.invocation_mode of huaweicloud_apig_api.orders is deprecated in favour of invocation_type: a newer provider may refuse it$` help `^use invocation_type instead of func_graph_policy.invocation_mode$`
  }
}

resource "huaweicloud_apig_instance" "elb" {
  name                  = "elb"
  loadbalancer_provider = "elb"
  available_zones       = ["a"]        # want `available_zones` `^available_zones of huaweicloud_apig_instance.elb is deprecated in favour of availability_zones: a newer provider may refuse it$` help `^use availability_zones instead of available_zones$`
  eip_id                = var.anything # want `eip_id` `^eip_id of huaweicloud_apig_instance.elb is deprecated in favour of ingress_bandwidth_size: a newer provider may refuse it$` help `^use ingress_bandwidth_size instead of eip_id$`
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
