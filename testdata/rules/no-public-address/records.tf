variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

resource "huaweicloud_dns_zone" "public" {
  name = "example.com"
}

resource "huaweicloud_dns_zone" "private" {
  name      = "example.com"
  zone_type = "private"
}

# A public record, in other letters, leads to a public address.
resource "huaweicloud_apig_instance" "literal" { # want `resource "huaweicloud_apig_instance" "literal"` `has no public address: calls from the internet`
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "literal" {
  instance_id = huaweicloud_apig_instance.literal.id
  name        = "literal"
}

resource "huaweicloud_apig_group_domain_associate" "literal" {
  instance_id = huaweicloud_apig_instance.literal.id
  group_id    = huaweicloud_apig_group.literal.id
  url_domain  = "literal.example.com"
}

resource "huaweicloud_dns_recordset" "literal" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "Literal.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}

# A public record leads to the domain that the platform gives.
resource "huaweicloud_apig_instance" "debug" { # want `resource "huaweicloud_apig_instance" "debug"` `has no public address`
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "debug" {
  instance_id = huaweicloud_apig_instance.debug.id
  name        = "debug"
}

resource "huaweicloud_apig_group_domain_associate" "debug" {
  instance_id = huaweicloud_apig_instance.debug.id
  group_id    = huaweicloud_apig_group.debug.id
  url_domain  = "debug.example.com"
}

resource "huaweicloud_dns_recordset" "debug" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "debug.example.com."
  type    = "CNAME"
  records = ["0123456789abcdef0123456789abcdef.apic.cn-north-4.huaweicloudapis.com."]
}

# Something stands in front, as far as anybody can tell.
resource "huaweicloud_apig_instance" "front" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "front" {
  instance_id = huaweicloud_apig_instance.front.id
  name        = "front"
}

resource "huaweicloud_apig_group_domain_associate" "front" {
  instance_id = huaweicloud_apig_instance.front.id
  group_id    = huaweicloud_apig_group.front.id
  url_domain  = "front.example.com"
}

resource "huaweicloud_dns_recordset" "front" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "front.example.com."
  type    = "CNAME"
  records = ["shop.waf.example.net."]
}

# A public record that leads to a private address: callers come through a VPN.
resource "huaweicloud_apig_instance" "vpn" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "vpn" {
  instance_id = huaweicloud_apig_instance.vpn.id
  name        = "vpn"
}

resource "huaweicloud_apig_group_domain_associate" "vpn" {
  instance_id = huaweicloud_apig_instance.vpn.id
  group_id    = huaweicloud_apig_group.vpn.id
  url_domain  = "vpn.example.com"
}

resource "huaweicloud_dns_recordset" "vpn" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "vpn.example.com."
  type    = "A"
  records = ["10.0.0.9"]
}

# A private zone.
resource "huaweicloud_apig_instance" "inside" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "inside" {
  instance_id = huaweicloud_apig_instance.inside.id
  name        = "inside"
}

resource "huaweicloud_apig_group_domain_associate" "inside" {
  instance_id = huaweicloud_apig_instance.inside.id
  group_id    = huaweicloud_apig_group.inside.id
  url_domain  = "inside.example.com"
}

resource "huaweicloud_dns_recordset" "inside" {
  zone_id = huaweicloud_dns_zone.private.id
  name    = "inside.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}

# The record is switched off.
resource "huaweicloud_apig_instance" "off" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "off" {
  instance_id = huaweicloud_apig_instance.off.id
  name        = "off"
}

resource "huaweicloud_apig_group_domain_associate" "off" {
  instance_id = huaweicloud_apig_instance.off.id
  group_id    = huaweicloud_apig_group.off.id
  url_domain  = "off.example.com"
}

resource "huaweicloud_dns_recordset" "off" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "off.example.com."
  type    = "A"
  records = ["8.8.4.4"]
  status  = "DISABLE"
}
