locals {
  zone = "example.com"
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_dns_zone" "example" {
  name = "${local.zone}."
}

resource "huaweicloud_apig_group_domain_associate" "missing" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "missing.${local.zone}" # want `"missing.${local.zone}"` `huaweicloud_apig_group_domain_associate.missing binds missing.example.com, but huaweicloud_dns_zone.example has no record for it` help `add a huaweicloud_dns_recordset for missing.example.com to huaweicloud_dns_zone.example that points to the gateway`
}

# The zone holds text for it, and nobody finds an address.
resource "huaweicloud_apig_group_domain_associate" "text" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "text.example.com" # want `"text.example.com"` `huaweicloud_apig_group_domain_associate.text binds text.example.com, but huaweicloud_dns_zone.example has no record for it` help `add a huaweicloud_dns_recordset for text.example.com to huaweicloud_dns_zone.example that points to the gateway`
}

resource "huaweicloud_dns_recordset" "text" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "text.example.com."
  type    = "TXT"
  records = ["\"v=1\""]
}

resource "huaweicloud_apig_group_domain_associate" "off" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "off.example.com" # want `"off.example.com"` `huaweicloud_apig_group_domain_associate.off binds off.example.com, but huaweicloud_dns_zone.example has no record for it` help `add a huaweicloud_dns_recordset for off.example.com to huaweicloud_dns_zone.example that points to the gateway`
}

resource "huaweicloud_dns_recordset" "off" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "off.example.com."
  type    = "A"
  status  = "DISABLE"
  records = ["203.0.113.7"]
}

resource "huaweicloud_apig_group_domain_associate" "wildcard" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "*.nowhere.example.com" # want `"*.nowhere.example.com"` `huaweicloud_apig_group_domain_associate.wildcard binds ..nowhere.example.com, but huaweicloud_dns_zone.example has no record for it` help `add a huaweicloud_dns_recordset for ..nowhere.example.com to huaweicloud_dns_zone.example that points to the gateway`
}

# It is no domain, whatever the zone holds: invalid-domain says so.
resource "huaweicloud_apig_group_domain_associate" "url" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "https://url.example.com"
}
