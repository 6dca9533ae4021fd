terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.61.1"
    }
  }
}

# Silent: every allowed release has it.
resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  ingress_bandwidth_size = 5
}
