terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.30.0"
    }
  }
}

# Silent: the schema relates these from 1.34.0 on.
resource "huaweicloud_networking_secgroup_rule" "one_end" {
  security_group_id = "g"
  direction         = "ingress"
  ethertype         = "IPv4"
  port_range_max    = 80
}

# Silent: the schema relates these from 1.54.0 on.
resource "huaweicloud_vpc_eip" "main" {
  publicip {
    type = "5_bgp"
  }
  bandwidth {
    share_type = "PER"
    name       = "main"
  }
}

resource "huaweicloud_vpc_eip" "both" {
  publicip {
    type = "5_bgp"
  }
  bandwidth {
    share_type = "PER"
    name       = "main"
    id         = "main" # want `id` `^huaweicloud_vpc_eip.both has bandwidth.id and bandwidth.name, of which only one is allowed: the plan fails$`
  }
}
