variable "network" {
  type    = object({ vpc_id = string, subnet_id = string })
  default = { vpc_id = "v", subnet_id = "s" }
}

variable "ports" {
  type = set(string)
}

resource "huaweicloud_apig_instance" "this" { # want `resource "huaweicloud_apig_instance" "this"` `^module.open.huaweicloud_networking_secgroup.this of .* at ports 5000-6000, which`
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
