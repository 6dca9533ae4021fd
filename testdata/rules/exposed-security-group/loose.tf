variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

# The rule of an unknown group may deny what is open.
resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "main" {
  name                 = "main"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "main" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
}

resource "huaweicloud_networking_secgroup_rule" "any" {
  security_group_id = var.network.security_group_id
  direction         = "ingress"
  ethertype         = "IPv4"
  action            = "deny"
}
