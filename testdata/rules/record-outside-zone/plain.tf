variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_dns_zone" "main" {
  name = "example.com."
}

resource "huaweicloud_dns_zone" "org" {
  name = "example.org."
}

resource "huaweicloud_dns_zone" "unknown" {
  name = var.unknown
}

resource "huaweicloud_dns_zone" "reverse" {
  name = "2.0.192.in-addr.arpa."
}

resource "huaweicloud_dns_recordset" "org" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.org." # want `"shop.example.org."` `huaweicloud_dns_recordset.org creates a record for shop.example.org in huaweicloud_dns_zone.main, the zone example.com: the apply fails` help `set zone_id = huaweicloud_dns_zone.org.id on huaweicloud_dns_recordset.org`
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

# The name ends with that of the zone, and not with a label of its own.
resource "huaweicloud_dns_recordset" "longer" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "notexample.com." # want `"notexample.com."` `the zone example.com` help `give huaweicloud_dns_recordset.longer a name in example.com`
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

# Silent: the zone's own name, names below it in whatever case, and what may be relative.
resource "huaweicloud_dns_recordset" "within" {
  for_each = toset(["example.com.", "SHOP.example.com.", "a.b.example.com.", "*.example.com.", "shop", "shop.example.org"])

  zone_id = huaweicloud_dns_zone.main.id
  name    = each.value
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

# Silent: one of the names, or which zone it is, is not known.
resource "huaweicloud_dns_recordset" "unknown_zone" {
  zone_id = huaweicloud_dns_zone.unknown.id
  name    = "shop.example.net."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_dns_recordset" "unknown_name" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "${var.unknown}."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_dns_recordset" "elsewhere" {
  zone_id = var.unknown
  name    = "shop.example.net."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

# Silent: names of reverse zones are written in several ways.
resource "huaweicloud_dns_recordset" "reverse" {
  zone_id = huaweicloud_dns_zone.reverse.id
  name    = "1.0-25.2.0.192.in-addr.arpa."
  type    = "TXT"
  records = ["\"here\""]
}
