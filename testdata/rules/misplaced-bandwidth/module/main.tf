locals {
  region = "cn-north-1"
}

provider "huaweicloud" {
  region = "cn-north-4"
}

provider "huaweicloud" {
  alias  = "beijing"
  region = local.region
}

module "elb" {
  source = "./gateway"
}

module "lvs" {
  source    = "./gateway"
  providers = { huaweicloud = huaweicloud.beijing }
}
