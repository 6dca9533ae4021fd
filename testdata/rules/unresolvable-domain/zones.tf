variable "pattern" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  # The private zone answers alone.
  url_domains {
    name = "shop.alone.test" # want `"shop.alone.test"` `huaweicloud_apig_group.shop binds shop.alone.test, but huaweicloud_dns_zone.alone has no record for it` help `add a huaweicloud_dns_recordset for shop.alone.test to huaweicloud_dns_zone.alone that points to the gateway`
  }
  # The longer zone is the one.
  url_domains {
    name = "shop.cloud.alone.test" # want `"shop.cloud.alone.test"` `huaweicloud_apig_group.shop binds shop.cloud.alone.test, but huaweicloud_dns_zone.cloud has no record for it` help `add a huaweicloud_dns_recordset for shop.cloud.alone.test to huaweicloud_dns_zone.cloud that points to the gateway`
  }
  # Silent: the public zone is asked, or may be.
  url_domains {
    name = "shop.asks.test"
  }
  url_domains {
    name = "shop.unknown.test"
  }
  # Silent: the private zone of the two holds it.
  url_domains {
    name = "shop.split.test"
  }
}

resource "huaweicloud_dns_zone" "alone" {
  name      = "alone.test."
  zone_type = "private"
}

resource "huaweicloud_dns_zone" "cloud" {
  name      = "cloud.alone.test."
  zone_type = "private"
}

resource "huaweicloud_dns_zone" "asks" {
  name          = "asks.test."
  zone_type     = "private"
  proxy_pattern = "RECURSIVE"
}

resource "huaweicloud_dns_zone" "unknown" {
  name          = "unknown.test."
  zone_type     = "private"
  proxy_pattern = var.pattern
}

resource "huaweicloud_dns_zone" "public" {
  name = "split.test."
}

resource "huaweicloud_dns_zone" "private" {
  name      = "split.test."
  zone_type = "private"
}

resource "huaweicloud_dns_recordset" "split" {
  zone_id = huaweicloud_dns_zone.private.id
  name    = "shop.split.test."
  type    = "A"
  records = ["10.0.0.7"]
}
