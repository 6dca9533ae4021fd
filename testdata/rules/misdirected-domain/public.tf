variable "bandwidth" {
  type = number
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  vpc_id                 = huaweicloud_vpc.main.id
  ingress_bandwidth_size = 5
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
}

# The gateway has a public address, and a public zone returns the private one.
resource "huaweicloud_dns_recordset" "reference" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.vpc_ingress_address] # want `huaweicloud_apig_instance.main.vpc_ingress_address` `reference points shop.example.com to the private address of huaweicloud_apig_instance.main in a public zone: callers on the internet do not reach it` help `set records = .huaweicloud_apig_instance.main.ingress_address.`
}

resource "huaweicloud_dns_recordset" "literal" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "A"
  records = ["10.1.2.3"] # want `"10.1.2.3"` `literal points shop.example.com to a private address in a public zone, although huaweicloud_apig_instance.main has a public one` help `set records = .huaweicloud_apig_instance.main.ingress_address.`
}

# Silent: callers in the VPC see the private zone, and those on the internet the public one.
resource "huaweicloud_dns_recordset" "private" {
  zone_id = huaweicloud_dns_zone.private.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.vpc_ingress_address]
}

resource "huaweicloud_dns_recordset" "public" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

# Silent: the gateway has no public address, or may have none.
resource "huaweicloud_apig_instance" "internal" {
  name    = "internal"
  edition = "BASIC"
  vpc_id  = huaweicloud_vpc.main.id
}

resource "huaweicloud_apig_group" "internal" {
  instance_id = huaweicloud_apig_instance.internal.id
  name        = "internal"

  url_domains {
    name = "internal.example.com"
  }
}

resource "huaweicloud_dns_recordset" "internal" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "internal.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.internal.vpc_ingress_address, "10.1.2.4"]
}

resource "huaweicloud_apig_instance" "unknown" {
  name                   = "unknown"
  vpc_id                 = huaweicloud_vpc.main.id
  ingress_bandwidth_size = var.bandwidth
}

resource "huaweicloud_apig_group" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id
  name        = "unknown"

  url_domains {
    name = "unknown.example.com"
  }
}

resource "huaweicloud_dns_recordset" "unknown" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "unknown.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.unknown.vpc_ingress_address, "10.1.2.5"]
}
