variable "network" {
  type    = object({ vpc_id = string, subnet_id = string })
  default = { vpc_id = "v", subnet_id = "s" }
}

variable "ports" {
  type = set(string)
}

resource "huaweicloud_apig_instance" "this" { # want `resource "huaweicloud_apig_instance" "this"` `the security group module.open.huaweicloud_networking_secgroup.this of module.open.huaweicloud_apig_instance.this allows every address inbound on ports 5000-6000, which no caller of the gateway needs` help `remove module.open.huaweicloud_networking_secgroup_rule.this..5000-6000.., or allow only the addresses that need it`
  name               = "this"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.this.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "this" {
  name                 = "this"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "this" {
  security_group_id = huaweicloud_networking_secgroup.this.id
  direction         = "ingress"
  ethertype         = "IPv4"
  for_each          = var.ports
  protocol          = "tcp"
  ports             = each.value
}
