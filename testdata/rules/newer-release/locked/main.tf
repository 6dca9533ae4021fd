terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.57.0"
    }
  }
}

# Silent: the lock file alone decides.
resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  ingress_bandwidth_size = 5
}
