terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.46.0"
    }
  }
}

# Silent: up to 1.46.0, this type takes PTR.
resource "huaweicloud_dns_recordset" "silent" {
  zone_id = "z"
  name    = "a.example.com."
  type    = "PTR"
  records = ["b.example.com."]
}

resource "huaweicloud_dns_recordset" "none" {
  zone_id = "z"
  name    = "a.example.com."
  type    = "PTRS" # want `"PTRS"` `^type of huaweicloud_dns_recordset.none is "PTRS", which is not a valid value: the plan fails$`
  records = ["b.example.com."]
}
