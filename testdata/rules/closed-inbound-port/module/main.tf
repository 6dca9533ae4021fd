provider "huaweicloud" {
  region = local.region
}

locals {
  region = "cn-north-1"
  callers = {
    office = "198.51.100.0/24"
    branch = "203.0.113.0/24"
  }
}

module "open" {
  source  = "./gateway"
  callers = local.callers
}

# The same text, once for both: there is nobody to let in.
module "closed" {
  source   = "./gateway"
  for_each = toset(["a", "b"])
  callers  = {}
}
