resource "huaweicloud_vpc_eip" "output" { # want `resource "huaweicloud_vpc_eip" "output"` `nothing uses module.network.huaweicloud_vpc_eip.output`
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "output"
    size       = 5
    share_type = "PER"
  }
}

resource "huaweicloud_vpc_eip" "read" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "read"
    size       = 5
    share_type = "PER"
  }
}

output "eip_id" {
  value = huaweicloud_vpc_eip.output.id
}

output "addresses" {
  value = { read = huaweicloud_vpc_eip.read.address }
}
