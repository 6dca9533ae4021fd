terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.57.0"
    }
  }
}

# Silent: a module that is not there may ask for a newer release.
module "missing" {
  source = "./missing"
}

resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  ingress_bandwidth_size = 5
}
