variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_dns_zone" "main" {
  name = "example.com."
}

resource "huaweicloud_dns_zone" "inside" {
  name      = "example.com."
  zone_type = "private"
}

resource "huaweicloud_dns_recordset" "a" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_dns_recordset" "b" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "Shop.example.com" # want `"Shop.example.com"` `huaweicloud_dns_recordset.b is a record set of type A for shop.example.com, and huaweicloud_dns_recordset.a one of type A: the apply fails with DNS.0312` help `put the records of both into huaweicloud_dns_recordset.a, and remove huaweicloud_dns_recordset.b`
  type    = "A"
  line_id = "default_view"
  records = ["203.0.113.7"]
}

resource "huaweicloud_dns_recordset" "c" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.com." # want `"shop.example.com."` `of type CNAME for shop.example.com, and huaweicloud_dns_recordset.a one of type A, but a CNAME cannot share its name` help `give one of them another name`
  type    = "CNAME"
  records = ["shop.example.net."]
}

# By the zone's id alone.
resource "huaweicloud_dns_recordset" "literal" {
  for_each = toset(["203.0.113.7", "203.0.113.8"])

  zone_id = "2c9eb155587194ec01587224c9f90149"
  name    = "shop.example.com." # want `"shop.example.com."` `and huaweicloud_dns_recordset.literal\["203.0.113.7"\] one of type A`
  type    = "A"
  records = [each.value]
}

# Silent: other types, another zone, another line, another name.
resource "huaweicloud_dns_recordset" "text" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "other.example.com."
  type    = "TXT"
  records = ["\"v=1\""]
}

resource "huaweicloud_dns_recordset" "six" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "other.example.com."
  type    = "AAAA"
  records = ["2001:db8::1"]
}

resource "huaweicloud_dns_recordset" "inside" {
  zone_id = huaweicloud_dns_zone.inside.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.vpc_ingress_address]
}

resource "huaweicloud_dns_recordset" "line" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.com."
  type    = "A"
  line_id = "Dianxin"
  records = ["203.0.113.9"]
}

# Silent: they share a name by their weights.
resource "huaweicloud_dns_recordset" "weighted" {
  for_each = { "203.0.113.7" = 1, "203.0.113.8" = 9 }

  zone_id = huaweicloud_dns_zone.main.id
  name    = "weighted.example.com."
  type    = "A"
  weight  = each.value
  records = [each.key]
}

# Silent: it may be of another zone, name, type or line.
resource "huaweicloud_dns_recordset" "zone" {
  zone_id = var.unknown
  name    = "shop.example.com."
  type    = "A"
  records = ["203.0.113.7"]
}

resource "huaweicloud_dns_recordset" "name" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "${var.unknown}.example.com."
  type    = "A"
  records = ["203.0.113.7"]
}

resource "huaweicloud_dns_recordset" "type" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.com."
  type    = var.unknown
  records = ["203.0.113.7"]
}

resource "huaweicloud_dns_recordset" "unknown_line" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "shop.example.com."
  type    = "A"
  line_id = var.unknown
  records = ["203.0.113.7"]
}

# Silent: one has a weight, so that the other one may get one.
resource "huaweicloud_dns_recordset" "unweighted" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "weighted.example.com."
  type    = "A"
  records = ["203.0.113.10"]
}

# A delegation twice, and, silent, one beside an address, and of one name in two zones.
resource "huaweicloud_dns_zone" "other" {
  name = "example.org."
}

resource "huaweicloud_dns_recordset" "delegated" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "team"
  type    = "NS"
  records = ["ns1.example.net."]
}

resource "huaweicloud_dns_recordset" "delegated_again" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "team.example.com." # want `"team.example.com."` `of type NS for team.example.com, and huaweicloud_dns_recordset.delegated one of type NS`
  type    = "NS"
  records = ["ns2.example.net."]
}

resource "huaweicloud_dns_recordset" "delegated_elsewhere" {
  zone_id = huaweicloud_dns_zone.other.id
  name    = "team"
  type    = "NS"
  records = ["ns1.example.net."]
}

resource "huaweicloud_dns_recordset" "glue" {
  zone_id = huaweicloud_dns_zone.main.id
  name    = "team"
  type    = "A"
  records = ["203.0.113.11"]
}
