# A module that is not installed and gets nothing of the gateway opens no port of it.
module "network" {
  source = "example.com/network/vpc"
  cidr   = "10.20.0.0/16"
  name   = "network"
}

resource "huaweicloud_apig_instance" "deny" { # want `resource "huaweicloud_apig_instance" "deny"` `the security group huaweicloud_networking_secgroup.deny of huaweicloud_apig_instance.deny does not allow inbound TCP 443 .HTTPS.` help `remove huaweicloud_networking_secgroup_rule.deny_deny, or give a rule that allows the port a higher priority`
  name                  = "deny"
  edition               = "BASIC"
  vpc_id                = module.network.vpc_id
  subnet_id             = module.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.deny.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "deny" {
  name                 = "deny"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "deny" {
  instance_id           = huaweicloud_apig_instance.deny.id
  name                  = "deny"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "deny" {
  instance_id             = huaweicloud_apig_instance.deny.id
  group_id                = huaweicloud_apig_group.deny.id
  name                    = "deny"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/deny"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "deny" {
  security_group_id = huaweicloud_networking_secgroup.deny.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_networking_secgroup_rule" "deny_deny" {
  security_group_id = huaweicloud_networking_secgroup.deny.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  action            = "deny"
  ports             = "443"
}
