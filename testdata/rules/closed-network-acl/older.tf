# The older resource, whose rules are resources, and a server that is named by its id.
variable "anything" {
  type = string
}

variable "on" {
  type = bool
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.0.0.0/16"
}

resource "huaweicloud_vpc_subnet" "all" {
  for_each = {
    gateway   = "10.0.0.0/24"
    backends  = "10.0.1.0/24"
    unknown   = "10.0.2.0/24"
    switched  = "10.0.3.0/24"
    reordered = "10.0.4.0/24"
  }

  name       = each.key
  cidr       = each.value
  gateway_ip = cidrhost(each.value, 1)
  vpc_id     = huaweicloud_vpc.main.id
}

resource "huaweicloud_apig_instance" "main" {
  name              = "main"
  edition           = "BASIC"
  vpc_id            = huaweicloud_vpc.main.id
  subnet_id         = huaweicloud_vpc_subnet.all["gateway"].id
  security_group_id = var.anything
}

resource "huaweicloud_compute_instance" "backend" {
  for_each = toset(["backends", "unknown", "switched", "reordered"])

  name               = each.key
  security_group_ids = [var.anything]

  network {
    uuid = huaweicloud_vpc_subnet.all[each.key].id
  }
}

resource "huaweicloud_apig_channel" "all" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "all"
  port        = 8080
  member_type = "ecs"

  dynamic "member" {
    for_each = huaweicloud_compute_instance.backend
    content {
      id   = member.value.id
      name = member.key
    }
  }
}

resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  name         = "orders"
  request_path = "/orders"

  web {
    path             = "/"
    vpc_channel_id   = huaweicloud_apig_channel.all.id
    request_method   = "GET"
    request_protocol = "HTTP"
  }
}

resource "huaweicloud_network_acl_rule" "elsewhere" {
  action            = "allow"
  protocol          = "tcp"
  source_ip_address = "10.9.0.0/16"
  destination_port  = "8000:8100"
}

resource "huaweicloud_network_acl_rule" "off" {
  action   = "allow"
  protocol = "any"
  enabled  = false
}

resource "huaweicloud_network_acl_rule" "denied" {
  action           = "deny"
  protocol         = "tcp"
  destination_port = "8000:8100"
}

resource "huaweicloud_network_acl_rule" "switched" {
  action   = "allow"
  protocol = "tcp"
  enabled  = var.on
}

resource "huaweicloud_network_acl_rule" "all" {
  action   = "allow"
  protocol = "any"
}

resource "huaweicloud_network_acl" "backends" { # want `resource "huaweicloud_network_acl" "backends"` `huaweicloud_network_acl.backends does not allow traffic from 10.0.0.0/24 of huaweicloud_apig_instance.main into huaweicloud_vpc_subnet.all\["backends"\], the subnet of the backend huaweicloud_compute_instance.backend\["backends"\] of huaweicloud_apig_channel.all: calls get APIG.0201 or APIG.0202` help `add to inbound_rules of huaweicloud_network_acl.backends a huaweicloud_network_acl_rule that allows TCP from 10.0.0.0/24`
  name          = "backends"
  subnets       = [huaweicloud_vpc_subnet.all["backends"].id]
  inbound_rules = [huaweicloud_network_acl_rule.elsewhere.id, huaweicloud_network_acl_rule.off.id, huaweicloud_network_acl_rule.denied.id, huaweicloud_network_acl_rule.all.id]
}

# Silent: a rule that is not known may let the gateway in, and so may one that may be on.
resource "huaweicloud_network_acl" "unknown" {
  name          = "unknown"
  subnets       = [huaweicloud_vpc_subnet.all["unknown"].id]
  inbound_rules = [var.anything, huaweicloud_network_acl_rule.denied.id]
}

resource "huaweicloud_network_acl" "switched" {
  name          = "switched"
  subnets       = [huaweicloud_vpc_subnet.all["switched"].id]
  inbound_rules = [huaweicloud_network_acl_rule.switched.id, huaweicloud_network_acl_rule.denied.id]
}

# Silent: the first rule that a call meets lets it in.
resource "huaweicloud_network_acl" "reordered" {
  name          = "reordered"
  subnets       = [huaweicloud_vpc_subnet.all["reordered"].id]
  inbound_rules = [huaweicloud_network_acl_rule.all.id, huaweicloud_network_acl_rule.denied.id]
}

# Silent: what the gateway calls is let out.
resource "huaweicloud_network_acl" "gateway" {
  name           = "gateway"
  subnets        = [huaweicloud_vpc_subnet.all["gateway"].id]
  inbound_rules  = [huaweicloud_network_acl_rule.all.id]
  outbound_rules = [huaweicloud_network_acl_rule.off.id, huaweicloud_network_acl_rule.all.id]
}
