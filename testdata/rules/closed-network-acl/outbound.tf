# Network ACLs that keep what gateways call in their own subnets.
variable "anything" {
  type = string
}

locals {
  backends = "10.0.9.0/24"

  # What the network ACL of each gateway does with outbound traffic, first to last. An empty one is declared by itself.
  gateways = {
    none    = []
    port    = []
    grouped = []
    away    = [{ action = "allow", to = "10.1.0.0/16", port = null }]
    open    = [{ action = "allow", to = local.backends, port = "8080" }, { action = "deny", to = "0.0.0.0/0", port = null }]
    other   = [{ action = "deny", to = local.backends, port = "443" }, { action = "allow", to = "0.0.0.0/0", port = null }]
    unknown = [{ action = "allow", to = var.anything, port = null }]
  }
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.0.0.0/16"
}

resource "huaweicloud_vpc_subnet" "gateways" {
  for_each = { for i, name in keys(local.gateways) : name => cidrsubnet(huaweicloud_vpc.main.cidr, 8, i) }

  name       = each.key
  cidr       = each.value
  gateway_ip = cidrhost(each.value, 1)
  vpc_id     = huaweicloud_vpc.main.id
}

resource "huaweicloud_vpc_subnet" "backends" {
  name       = "backends"
  cidr       = local.backends
  gateway_ip = cidrhost(local.backends, 1)
  vpc_id     = huaweicloud_vpc.main.id
}

resource "huaweicloud_apig_instance" "all" {
  for_each = local.gateways

  name              = each.key
  edition           = "BASIC"
  vpc_id            = huaweicloud_vpc.main.id
  subnet_id         = huaweicloud_vpc_subnet.gateways[each.key].id
  security_group_id = var.anything
}

resource "huaweicloud_apig_api" "orders" {
  for_each = local.gateways

  instance_id  = huaweicloud_apig_instance.all[each.key].id
  name         = "orders"
  request_path = "/orders"

  web {
    path             = "/"
    backend_address  = "10.0.9.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
  }
}

# Nothing is filtered within a subnet.
resource "huaweicloud_apig_api" "near" {
  instance_id  = huaweicloud_apig_instance.all["none"].id
  name         = "near"
  request_path = "/near"

  web {
    path             = "/"
    backend_address  = "${cidrhost(huaweicloud_vpc_subnet.gateways["none"].cidr, 8)}:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
  }
}

# What meets no rule is dropped.
resource "huaweicloud_vpc_network_acl" "none" { # want `resource "huaweicloud_vpc_network_acl" "none"` `huaweicloud_vpc_network_acl.none does not allow outbound traffic of huaweicloud_apig_instance.all\["none"\] from huaweicloud_vpc_subnet.gateways\["none"\] to the backend 10.0.9.8 of huaweicloud_apig_api.orders\["none"\]: calls get APIG.0201 or APIG.0202` help `add an egress_rules block to huaweicloud_vpc_network_acl.none that allows TCP to 10.0.9.8/32, before any that denies it`
  name = "none"

  ingress_rules {
    action     = "allow"
    protocol   = "any"
    ip_version = 4
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.gateways["none"].id
  }
}

# The first rule that a call meets decides.
resource "huaweicloud_vpc_network_acl" "port" { # want `resource "huaweicloud_vpc_network_acl" "port"` `huaweicloud_vpc_network_acl.port does not allow outbound traffic of huaweicloud_apig_instance.all\["port"\] from huaweicloud_vpc_subnet.gateways\["port"\] to the backend 10.0.9.8 of huaweicloud_apig_api.orders\["port"\]: calls get APIG.0201 or APIG.0202`
  name = "port"

  egress_rules {
    action                 = "deny"
    protocol               = "tcp"
    ip_version             = 4
    destination_ip_address = local.backends
    destination_port       = "8000-8100"
  }

  egress_rules {
    action     = "allow"
    protocol   = "any"
    ip_version = 4
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.gateways["port"].id
  }
}

# Silent: an address group may be of others.
resource "huaweicloud_vpc_network_acl" "grouped" {
  name = "grouped"

  egress_rules {
    action                          = "deny"
    protocol                        = "any"
    ip_version                      = 4
    destination_ip_address_group_id = var.anything
  }

  egress_rules {
    action     = "allow"
    protocol   = "any"
    ip_version = 4
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.gateways["grouped"].id
  }
}

resource "huaweicloud_vpc_network_acl" "all" { # want `resource "huaweicloud_vpc_network_acl" "all"` `huaweicloud_vpc_network_acl.all\["away"\] does not allow outbound traffic`
  for_each = { for name, rules in local.gateways : name => rules if length(rules) > 0 }

  name = each.key

  dynamic "egress_rules" {
    for_each = each.value
    content {
      action                 = egress_rules.value.action
      protocol               = "tcp"
      ip_version             = 4
      destination_ip_address = egress_rules.value.to
      destination_port       = egress_rules.value.port
    }
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.gateways[each.key].id
  }
}
