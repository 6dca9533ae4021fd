terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.63.1"
    }
  }
}

# Silent: the tag of 1.63.1 was made anew, with what came with 1.64.2. Which of the two is installed is not known.
resource "huaweicloud_apig_group" "shop" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "shop"
  domain_access_enabled = true
}

resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  ingress_bandwidth_size = 5
}
