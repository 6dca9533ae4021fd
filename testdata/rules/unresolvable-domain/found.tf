# Silent throughout: DNS knows the names.
resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_dns_zone" "example" {
  name = "example.com."
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  # The zone's own name.
  url_domains {
    name = "example.com"
  }
  # Case and the final dot make no difference.
  url_domains {
    name = "Shop.Example.com."
  }
  # A wildcard record, and one below a wildcard domain.
  url_domains {
    name = "a.b.wild.example.com"
  }
  url_domains {
    name = "*.shop.example.com"
  }
  # A name that is relative to the zone.
  url_domains {
    name = "short.example.com"
  }
  # A part of the zone that other name servers answer for.
  url_domains {
    name = "api.cloud.example.com"
  }
  # Its zone is declared elsewhere.
  url_domains {
    name = "shop.example.org"
  }
}

resource "huaweicloud_dns_recordset" "apex" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = huaweicloud_dns_zone.example.name
  type    = "A"
  records = ["203.0.113.7"]
}

resource "huaweicloud_dns_recordset" "shop" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "CNAME"
  records = ["example.com."]
}

resource "huaweicloud_dns_recordset" "wild" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "*.wild.${huaweicloud_dns_zone.example.name}"
  type    = "A"
  records = ["203.0.113.7"]
}

resource "huaweicloud_dns_recordset" "below" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "a.shop.example.com."
  type    = "A"
  records = ["203.0.113.7"]
}

resource "huaweicloud_dns_recordset" "short" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "short"
  type    = "AAAA"
  records = ["2001:db8::7"]
}

resource "huaweicloud_dns_recordset" "cloud" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "cloud.example.com."
  type    = "NS"
  records = ["ns.example.org."]
}
