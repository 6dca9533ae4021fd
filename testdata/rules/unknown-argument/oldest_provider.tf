terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.36.0, < 1.50.0"
    }
  }
}

# Silent: the argument was there until 1.45.1.
resource "huaweicloud_dns_zone" "main" {
  name        = "example.com."
  value_specs = {}
}
