variable "address" {
  type = string
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "main" {
  name   = "main"
  vpc_id = huaweicloud_vpc.main.id
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  url_domains {
    name = "shop.example.com"
  }
}

resource "huaweicloud_dns_zone" "public" {
  name = "example.com."
}

resource "huaweicloud_dns_zone" "private" {
  name      = "example.com."
  zone_type = "private"

  router {
    router_id = huaweicloud_vpc.main.id
  }
}

resource "huaweicloud_dns_recordset" "loopback" {
  zone_id = huaweicloud_dns_zone.private.id
  name    = "shop.example.com."
  type    = "A"
  records = ["127.0.0.1"] # want `"127.0.0.1"` `huaweicloud_dns_recordset.loopback points shop.example.com to an address that no gateway can have`
}

resource "huaweicloud_dns_recordset" "outside" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "A"
  records = ["192.168.3.4"] # want `"192.168.3.4"` `huaweicloud_dns_recordset.outside points shop.example.com to a private address outside of the VPC of huaweicloud_apig_instance.main`
}

# Silent: the gateway may have it.
resource "huaweicloud_dns_recordset" "inside" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "A"
  records = ["10.1.2.3"]
}

# Silent: an endpoint of the gateway in another VPC has such an address.
resource "huaweicloud_dns_recordset" "endpoint" {
  zone_id = huaweicloud_dns_zone.private.id
  name    = "shop.example.com."
  type    = "A"
  records = ["192.168.3.4"]
}

# Silent: the gateway's public address, or that of a firewall in front of it.
resource "huaweicloud_dns_recordset" "public" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "A"
  records = ["203.0.113.7", var.address]
}

# Silent: no addresses.
resource "huaweicloud_dns_recordset" "text" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "TXT"
  records = ["127.0.0.1"]
}
