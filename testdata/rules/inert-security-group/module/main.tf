provider "huaweicloud" {
  region = "cn-north-4"
}

provider "huaweicloud" {
  alias  = "beijing"
  region = "cn-north-1"
}

module "elb" {
  source  = "./gateway"
  callers = ["198.51.100.0/24", "203.0.113.0/24"]
}

# LVS: there is a filter.
module "lvs" {
  source    = "./gateway"
  providers = { huaweicloud = huaweicloud.beijing }
  callers   = ["198.51.100.0/24"]
}
