variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "pool_id" {
  type = string
}

variable "edition" {
  type = string
}

resource "huaweicloud_dns_zone" "public" {
  name = "example.com"
}

# A load balancer in front has the public address.
resource "huaweicloud_apig_instance" "member" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "member" {
  instance_id = huaweicloud_apig_instance.member.id
  name        = "member"
}

resource "huaweicloud_apig_group_domain_associate" "member" {
  instance_id = huaweicloud_apig_instance.member.id
  group_id    = huaweicloud_apig_group.member.id
  url_domain  = "member.example.com"
}

resource "huaweicloud_dns_recordset" "member" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "member.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}

locals {
  member = huaweicloud_apig_instance.member.vpc_ingress_address
}

resource "huaweicloud_elb_member" "member" {
  pool_id       = var.pool_id
  address       = local.member
  protocol_port = 443
}

# A rule of a NAT gateway.
resource "huaweicloud_apig_instance" "nat" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "nat" {
  instance_id = huaweicloud_apig_instance.nat.id
  name        = "nat"
}

resource "huaweicloud_apig_group_domain_associate" "nat" {
  instance_id = huaweicloud_apig_instance.nat.id
  group_id    = huaweicloud_apig_group.nat.id
  url_domain  = "nat.example.com"
}

resource "huaweicloud_dns_recordset" "nat" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "nat.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}

resource "huaweicloud_nat_dnat_rule" "nat" {
  nat_gateway_id        = "nat"
  floating_ip_id        = "eip"
  private_ip            = huaweicloud_apig_instance.nat.vpc_ingress_address
  protocol              = "tcp"
  internal_service_port = 443
  external_service_port = 443
}

# A DNS record passes no call on.
resource "huaweicloud_apig_instance" "record" { # want `resource "huaweicloud_apig_instance" "record"` `has no public address`
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "record" {
  instance_id = huaweicloud_apig_instance.record.id
  name        = "record"
}

resource "huaweicloud_apig_group_domain_associate" "record" {
  instance_id = huaweicloud_apig_instance.record.id
  group_id    = huaweicloud_apig_group.record.id
  url_domain  = "record.example.com"
}

resource "huaweicloud_dns_recordset" "record" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "record.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}

resource "huaweicloud_dns_zone" "private" {
  name      = "example.com"
  zone_type = "private"
}

resource "huaweicloud_dns_recordset" "private" {
  zone_id = huaweicloud_dns_zone.private.id
  name    = "record.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.record.vpc_ingress_address]
}

# The load balancer is the user's own.
resource "huaweicloud_apig_instance" "nlb" {
  name               = "main"
  edition            = "NLB_BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  elb_ids            = [var.pool_id]
}

resource "huaweicloud_apig_group" "nlb" {
  instance_id = huaweicloud_apig_instance.nlb.id
  name        = "nlb"
}

resource "huaweicloud_apig_group_domain_associate" "nlb" {
  instance_id = huaweicloud_apig_instance.nlb.id
  group_id    = huaweicloud_apig_group.nlb.id
  url_domain  = "nlb.example.com"
}

resource "huaweicloud_dns_recordset" "nlb" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "nlb.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}

# It may be.
resource "huaweicloud_apig_instance" "any" {
  name               = "main"
  edition            = var.edition
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "any" {
  instance_id = huaweicloud_apig_instance.any.id
  name        = "any"
}

resource "huaweicloud_apig_group_domain_associate" "any" {
  instance_id = huaweicloud_apig_instance.any.id
  group_id    = huaweicloud_apig_group.any.id
  url_domain  = "any.example.com"
}

resource "huaweicloud_dns_recordset" "any" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "any.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}
