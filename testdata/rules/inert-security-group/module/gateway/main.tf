variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

variable "callers" {
  type = list(string)
}

resource "huaweicloud_apig_instance" "this" {
  name               = "this"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.this.id # want `huaweicloud_networking_secgroup.this.id` `module.elb.huaweicloud_networking_secgroup.this allows inbound TCP 80 only from some addresses, but it does not filter calls to module.elb.huaweicloud_apig_instance.this, an ELB gateway` help `restrict callers of module.elb.huaweicloud_apig_instance.this with a huaweicloud_apig_acl_policy`
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
  count             = length(var.callers)
  protocol          = "tcp"
  ports             = "80,443"
  remote_ip_prefix  = var.callers[count.index]
}
