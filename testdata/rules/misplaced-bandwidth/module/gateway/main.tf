variable "network" {
  type    = object({ vpc_id = string, subnet_id = string, security_group_id = string })
  default = { vpc_id = "v", subnet_id = "s", security_group_id = "g" }
}

resource "huaweicloud_apig_instance" "this" {
  name                            = "this"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 5 # want `5` `module.lvs.huaweicloud_apig_instance.this sets ingress_bandwidth_size, which an LVS gateway ignores` help `set eip_id on module.lvs.huaweicloud_apig_instance.this to the id of a huaweicloud_vpc_eip and remove ingress_bandwidth_size`
  ingress_bandwidth_charging_mode = "bandwidth"
}
