resource "huaweicloud_vpc_eip" "blue" {
  publicip {
    type = "5_bgp"
  }
}

resource "huaweicloud_apig_instance" "all" {
  for_each = { green = null, blue = huaweicloud_vpc_eip.blue.id }

  name   = each.key
  eip_id = each.value
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.all["green"].id
  name        = "shop"

  url_domains {
    name = "shop.example.com"
  }
}

module "dns" {
  source = "./dns"

  name    = "shop.example.com."
  address = huaweicloud_vpc_eip.blue.address
}
