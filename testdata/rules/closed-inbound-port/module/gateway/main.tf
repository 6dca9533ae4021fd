variable "network" {
  type    = object({ vpc_id = string, subnet_id = string })
  default = { vpc_id = "v", subnet_id = "s" }
}

variable "callers" {
  type = map(string)
}

resource "huaweicloud_apig_instance" "this" { # want `resource "huaweicloud_apig_instance" "this"` `the security group module.closed..a...huaweicloud_networking_secgroup.this of module.closed..a...huaweicloud_apig_instance.this does not allow inbound TCP 443 .HTTPS.` help `add an ingress huaweicloud_networking_secgroup_rule to module.closed..a...huaweicloud_networking_secgroup.this for TCP 443`
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

resource "huaweicloud_apig_group" "this" {
  instance_id           = huaweicloud_apig_instance.this.id
  name                  = "this"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "this" {
  instance_id             = huaweicloud_apig_instance.this.id
  group_id                = huaweicloud_apig_group.this.id
  name                    = "this"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/this"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "this" {
  security_group_id = huaweicloud_networking_secgroup.this.id
  direction         = "ingress"
  ethertype         = "IPv4"
  for_each          = var.callers
  protocol          = "tcp"
  ports             = join(",", [80, 443])
  remote_ip_prefix  = each.value
}
