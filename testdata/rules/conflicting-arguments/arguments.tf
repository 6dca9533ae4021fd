variable "anything" {}

variable "address" {
  default = ""
}

locals {
  kinds = { server = "builtin", service = "microservice" }
}

# The provider's schema: exactly one, only one, only together, at least one.
resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `^huaweicloud_apig_api.orders has none of mock, func_graph and web, one of which is required: the plan fails$` help `^set mock, func_graph or web$`
  name = "orders"
}

resource "huaweicloud_apig_api" "two" {
  name = "two"

  mock { # want `mock` `^huaweicloud_apig_api.two has mock and web, of which only one is allowed: the plan fails$` help `^keep only one of mock and web$`
    response = "ok"
  }

  web { # want `web` `^huaweicloud_apig_api.two has neither web.vpc_channel_id nor web.backend_address, one of which is required: the plan fails$` help `^set web.vpc_channel_id or web.backend_address$`
    path             = "/"
    request_protocol = "HTTP"
  }
}

resource "huaweicloud_apig_instance" "half" {
  name                   = "half"
  ingress_bandwidth_size = 5 # want `ingress_bandwidth_size` `^huaweicloud_apig_instance.half has no ingress_bandwidth_charging_mode, which is required with ingress_bandwidth_size = 5: the plan fails$` help `^set ingress_bandwidth_charging_mode, or remove ingress_bandwidth_size$`
}

resource "huaweicloud_vpc_eip" "main" {
  publicip {
    type = "5_bgp"
  }

  bandwidth { # want `bandwidth` `^huaweicloud_vpc_eip.main has neither bandwidth.id nor bandwidth.name, one of which is required: the plan fails$` help `^set bandwidth.id or bandwidth.name$`
    share_type  = "PER"
    charge_mode = "traffic"
  }
}

resource "huaweicloud_apig_instance" "both" {
  name                            = "both"
  eip_id                          = huaweicloud_vpc_eip.main.id # want `eip_id` `^huaweicloud_apig_instance.both has eip_id, which is not allowed with ingress_bandwidth_charging_mode = "bandwidth": the plan fails$` help `^remove eip_id or ingress_bandwidth_charging_mode$`
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# The value of another argument.
resource "huaweicloud_apig_channel" "shop" {
  for_each = local.kinds

  name             = "shop"
  type             = each.value
  balance_strategy = 1
  port             = 80

  member { # want `member` `^huaweicloud_apig_channel.shop\["service"\] has type = "microservice", which is not allowed with member: the apply fails$` help `^use one of "builtin", "2" in type, or remove member$`
    host = "10.0.0.8"
  }

  microservice {
    cce_config { # want `cce_config` `^huaweicloud_apig_channel.shop\["server"\] has microservice.cce_config and microservice.cse_config, of which only one is allowed: the plan fails$` help `^keep only one of microservice.cce_config and microservice.cse_config$`
      cluster_id = "cluster"
      namespace  = "default"
    }

    cse_config {
      engine_id  = "engine"
      service_id = "service"
    }
  }
}

# Behind a reference: the members of this channel are servers.
resource "huaweicloud_apig_channel" "servers" {
  name        = "servers"
  member_type = "ecs"
}

resource "huaweicloud_apig_channel_member" "address" {
  vpc_channel_id    = huaweicloud_apig_channel.servers.id
  member_ip_address = "10.0.0.8" # want `member_ip_address` `^huaweicloud_apig_channel_member.address has member_ip_address, which is not allowed with vpc_channel_id.member_type = "ecs": the apply fails$` help `^remove member_ip_address, or change vpc_channel_id.member_type$`
}

# Two resources for one thing.
resource "huaweicloud_vpc_route" "first" {
  vpc_id      = "vpc"
  destination = "192.168.0.0/16"
  type        = "peering"
  nexthop     = "a"
}

resource "huaweicloud_vpc_route" "second" {
  vpc_id      = "vpc"
  destination = "192.168.0.0/16" # want `"192.168.0.0/16"` `huaweicloud_vpc_route.second has the same destination and vpc_id as huaweicloud_vpc_route.first`
  type        = "peering"
  nexthop     = "b"
}

# Silent: a route table of one's own, and the one of the VPC that the provider fills in.
resource "huaweicloud_vpc_route" "table" {
  vpc_id         = "vpc"
  route_table_id = "table"
  destination    = "192.168.0.0/16"
  type           = "peering"
  nexthop        = "a"
}

# The default of the other argument, which the docs state.
resource "huaweicloud_apig_certificate" "default" {
  name            = "default"
  content         = var.anything
  private_key     = var.anything
  trusted_root_ca = "root" # want `trusted_root_ca` `^huaweicloud_apig_certificate.default has no type, whose default is not allowed with trusted_root_ca: the apply fails$` help `^use "instance" in type, or remove trusted_root_ca$`
}

# Silent: there may be none of these.
resource "huaweicloud_vpc_route" "perhaps" {
  count = var.anything

  vpc_id      = "vpc"
  destination = "192.168.0.0/16"
  type        = "peering"
  nexthop     = "c"
}

# Silent: nobody knows whether these are set, and an input that is empty is there to be filled in.
resource "huaweicloud_apig_api" "unknown" {
  name = "unknown"

  dynamic "mock" {
    for_each = var.anything

    content {
      response = "ok"
    }
  }

  web {
    path             = "/"
    request_protocol = "HTTP"
    backend_address  = var.address
    vpc_channel_id   = var.anything
  }
}

resource "huaweicloud_apig_api" "blank" {
  name = "blank"

  web {
    path             = "/"
    request_protocol = "HTTP"
    backend_address  = var.address
  }
}

resource "huaweicloud_apig_instance" "unknown" {
  name                            = "unknown"
  eip_id                          = var.anything
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

resource "huaweicloud_apig_instance" "perhaps" {
  name                            = "perhaps"
  eip_id                          = var.anything ? huaweicloud_vpc_eip.main.id : ""
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# An empty text is a value: only null is none.
resource "huaweicloud_apig_instance" "empty" {
  name                            = "empty"
  eip_id                          = "" # want `eip_id` `^huaweicloud_apig_instance.empty has eip_id = "", which is not allowed with ingress_bandwidth_charging_mode = "bandwidth": the plan fails$` help `^remove eip_id or ingress_bandwidth_charging_mode, or write null in place of ""$`
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# A dynamic block over what is certainly empty makes no block.
resource "huaweicloud_apig_api" "backend" { # want `resource "huaweicloud_apig_api" "backend"` `^huaweicloud_apig_api.backend has none of `
  instance_id      = "gateway"
  group_id         = "group"
  name             = "backend"
  type             = "Public"
  request_method   = "GET"
  request_path     = "/"
  request_protocol = "HTTPS"

  dynamic "web" {
    for_each = []

    content {
      path             = "/"
      request_method   = "GET"
      request_protocol = "HTTP"
      backend_address  = "10.0.0.8"
    }
  }
}

resource "huaweicloud_networking_secgroup_rule" "empty" {
  security_group_id = "group"
  direction         = "ingress"
  protocol          = "tcp"
  port_range_min    = 443
  port_range_max    = 443
  ports             = "" # want `ports` `^huaweicloud_networking_secgroup_rule.empty has ports = "", which is not allowed with port_range_m`
}

resource "huaweicloud_apig_channel_member" "empty" {
  member_ip_address = "10.0.0.8" # want `member_ip_address` `^huaweicloud_apig_channel_member.empty has member_ip_address and ecs_id = "", of which only one is allowed: the plan fails$` help `^keep only one of member_ip_address and ecs_id, or write null in place of ""$`
  ecs_id            = ""
  ecs_name          = ""
}

resource "huaweicloud_fgs_function" "empty" {
  name            = "empty"
  runtime         = "Java11"
  timeout         = 15
  log_stream_name = "" # want `log_stream_name` `^huaweicloud_fgs_function.empty has no log_group_id, which is required with log_stream_name = "": the plan fails$`
}

resource "huaweicloud_compute_instance" "empty" {
  name               = "empty"
  image_id           = "image"
  flavor_id          = "s6.large.2"
  security_groups    = ["shop"] # want `security_groups` `has security_groups, which is not allowed with security_group_ids: the plan fails$` help `^remove security_groups or security_group_ids$`
  security_group_ids = []

  network {
    uuid = "subnet"
  }
}
