variable "name" {
  type = string
}

variable "address" {
  type = string
}

resource "huaweicloud_dns_zone" "this" {
  name = "example.com."
}

resource "huaweicloud_dns_recordset" "this" {
  zone_id = huaweicloud_dns_zone.this.id
  name    = var.name
  type    = "A"
  records = [var.address] # want `var.address` `module.dns.huaweicloud_dns_recordset.this points shop.example.com to huaweicloud_apig_instance.all..blue.., where no group has that domain name bound` help `set records = .huaweicloud_apig_instance.all..green...ingress_address.`
}
