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
  url_domain  = "missing.${local.zone}" # want `"missing.${local.zone}"` `missing.example.com is bound by huaweicloud_apig_group_domain_associate.missing, and huaweicloud_dns_zone.example holds no record for it`
}

# The zone holds text for it, and nobody finds an address.
resource "huaweicloud_apig_group_domain_associate" "text" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "text.example.com" # want `"text.example.com"` `holds no record for it`
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
  url_domain  = "off.example.com" # want `"off.example.com"` `holds no record for it`
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
  url_domain  = "*.nowhere.example.com" # want `"*.nowhere.example.com"` `holds no record for it`
}

# It is no domain, whatever the zone holds: invalid-domain says so.
resource "huaweicloud_apig_group_domain_associate" "url" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "https://url.example.com"
}
