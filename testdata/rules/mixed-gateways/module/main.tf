resource "huaweicloud_apig_instance" "first" {
  name = "first"
}

resource "huaweicloud_apig_instance" "second" {
  name = "second"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.first.id
  name        = "shop"
}

module "api" {
  source  = "./api"
  gateway = huaweicloud_apig_instance.second.id
  group   = huaweicloud_apig_group.shop.id
}
