variable "network" {
  type    = object({ vpc_id = string, subnet_id = string, security_group_id = string })
  default = { vpc_id = "v", subnet_id = "s", security_group_id = "g" }
}

variable "members" {
  type = list(string)
}

resource "huaweicloud_apig_instance" "this" { # want `resource "huaweicloud_apig_instance" "this"` `module.erp.huaweicloud_apig_instance.this has no outbound bandwidth .bandwidth_size., but module.erp.huaweicloud_apig_channel.this calls a public address` help `set bandwidth_size on module.erp.huaweicloud_apig_instance.this to the Mbit/s that its calls to public backends need`
  name               = "this"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_channel" "this" {
  instance_id      = huaweicloud_apig_instance.this.id
  name             = "this"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  dynamic "member" {
    for_each = var.members

    content {
      host   = member.value
      weight = 1
    }
  }
}
