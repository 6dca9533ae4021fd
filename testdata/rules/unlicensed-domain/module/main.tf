provider "huaweicloud" {
  alias  = "south"
  region = "cn-south-1"
}

module "gateway" {
  source = "./gateway"
  providers = {
    huaweicloud = huaweicloud.south
  }

  hosts = ["shop.example.com", "shop.internal"]
}
