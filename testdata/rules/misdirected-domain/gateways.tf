locals {
  blue = huaweicloud_apig_instance.blue.ingress_address
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance" "blue" {
  name = "blue"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "shop.example.com"
}

resource "huaweicloud_apig_group_domain_associate" "wildcard" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "*.wild.example.com"
}

# The domain "both" is bound on both gateways.
resource "huaweicloud_apig_group_domain_associate" "both" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "both.example.com"
}

resource "huaweicloud_apig_group" "blue" {
  instance_id = huaweicloud_apig_instance.blue.id
  name        = "blue"
}

resource "huaweicloud_apig_group_domain_associate" "blue" {
  instance_id = huaweicloud_apig_instance.blue.id
  group_id    = huaweicloud_apig_group.blue.id
  url_domain  = "both.example.com"
}

resource "huaweicloud_dns_zone" "example" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "shop" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = [local.blue] # want `local.blue` `huaweicloud_dns_recordset.shop points shop.example.com to huaweicloud_apig_instance.blue, where no group has that domain name bound: calls get APIG.0101`
}

resource "huaweicloud_dns_recordset" "some" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "SHOP.example.com"
  type    = "A"
  records = [
    huaweicloud_apig_instance.main.ingress_address,
    huaweicloud_apig_instance.blue.vpc_ingress_address, # want `huaweicloud_apig_instance.blue.vpc_ingress_address` `huaweicloud_dns_recordset.some points shop.example.com to huaweicloud_apig_instance.blue, where no group has that domain name bound`
  ]
}

resource "huaweicloud_dns_recordset" "wildcard" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "a.wild.example.com."
  type    = "A"
  records = [local.blue] # want `local.blue` `huaweicloud_dns_recordset.wildcard points a.wild.example.com to huaweicloud_apig_instance.blue, where no group has that domain name bound`
}

# Silent: it leads to the gateway.
resource "huaweicloud_dns_recordset" "right" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

# Silent: both gateways know the name.
resource "huaweicloud_dns_recordset" "both" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "both.example.com."
  type    = "A"
  records = [local.blue]
}

# Silent: no domain of that name is bound here.
resource "huaweicloud_dns_recordset" "other" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "other.example.com."
  type    = "A"
  records = [local.blue]
}

# Silent: the host decides, whatever the name leads over.
resource "huaweicloud_dns_recordset" "alias" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "CNAME"
  records = ["both.example.com"]
}

# Silent: it is off.
resource "huaweicloud_dns_recordset" "off" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  status  = "DISABLE"
  records = [local.blue]
}

# Silent: this attribute is no entrance.
resource "huaweicloud_dns_recordset" "egress" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.blue.egress_address]
}
