# Silent throughout: a record whose name is not certain may be the one.
variable "name" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  url_domains {
    name = "shop.example.com"
  }
  url_domains {
    name = var.name
  }
}

resource "huaweicloud_dns_zone" "example" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "some" {
  zone_id = huaweicloud_dns_zone.example.id
  name    = var.name
  type    = "A"
  records = ["203.0.113.7"]
}
