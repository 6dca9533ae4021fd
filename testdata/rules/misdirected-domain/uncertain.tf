# Silent throughout.
variable "host" {
  type = string
}

variable "vpc_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name   = "main"
  vpc_id = var.vpc_id
}

resource "huaweicloud_apig_instance" "blue" {
  name = "blue"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  url_domains {
    name = "shop.example.com"
  }
}

# It may be the same name.
resource "huaweicloud_apig_group" "blue" {
  instance_id = huaweicloud_apig_instance.blue.id
  name        = "blue"

  url_domains {
    name = var.host
  }
}

resource "huaweicloud_dns_zone" "example" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "shop" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.blue.ingress_address]
}

# The gateway's VPC is not known, and the public address may be any.
resource "huaweicloud_dns_recordset" "private" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = ["192.168.3.4"]
}

resource "huaweicloud_vpc_eip" "front" {
  publicip {
    type = "5_bgp"
  }
}

resource "huaweicloud_dns_recordset" "front" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_vpc_eip.front.address]
}
