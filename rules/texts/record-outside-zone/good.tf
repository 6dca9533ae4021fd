resource "huaweicloud_dns_zone" "main" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "shop" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}
