variable "simple" {
  type    = bool
  default = true
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  for_each                = toset(["list", "make"])
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = var.simple # want `var.simple` `orders\["list"\] accepts AppCodes`
}

module "web" {
  source  = "./inner"
  api_ids = [huaweicloud_apig_api.orders["list"].id]
}

module "app" {
  source  = "./inner"
  code    = true
  api_ids = [huaweicloud_apig_api.orders["make"].id]
}
