resource "huaweicloud_vpc_eip" "this" { # want `resource "huaweicloud_vpc_eip" "this"` `nothing uses module.idle.huaweicloud_vpc_eip.this`
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "this"
    size       = 5
    share_type = "PER"
  }
}
