# Silent: the private address may be that of the other gateway that the name may be bound on.
variable "host" {
  type = string
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "blue" {
  name = "blue"
  cidr = "192.168.0.0/16"
}

resource "huaweicloud_apig_instance" "main" {
  name   = "main"
  vpc_id = huaweicloud_vpc.main.id
}

resource "huaweicloud_apig_instance" "blue" {
  name   = "blue"
  vpc_id = huaweicloud_vpc.blue.id
}

resource "huaweicloud_apig_group" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "main"

  url_domains {
    name = "shop.example.com"
  }
}

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
  records = ["192.168.3.4"]
}
