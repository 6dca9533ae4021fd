terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "~> 1.60.0"
    }
  }
}

# Silent: up to 1.68.2, the provider takes 0.
resource "huaweicloud_dns_recordset" "silent" {
  zone_id = "z"
  name    = "a.example.com."
  type    = "A"
  records = ["10.0.0.1"]
  weight  = 0
}
