terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.69.0"
    }
  }
}

resource "huaweicloud_dns_recordset" "main" {
  zone_id = "z"
  name    = "a.example.com."
  type    = "A"
  records = ["10.0.0.1"]
  weight  = 0 # want `0` `^weight of huaweicloud_dns_recordset.main must be 1 to 1000, but is 0: the apply fails$`
}
