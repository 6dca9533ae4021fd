# Silent: the record may be there.
variable "records" {
  type = set(string)
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  url_domains {
    name = "shop.example.com"
  }
}

resource "huaweicloud_dns_zone" "example" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "shop" {
  count = length(var.records) > 0 ? 1 : 0

  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = var.records
}
