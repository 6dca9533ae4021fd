# A zone that is switched off answers nothing, whatever records it has.
resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  availability_zones = ["cn-north-4a"]
  vpc_id             = "vpc"
  subnet_id          = "subnet"
  security_group_id  = "group"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  for_each = toset(["shop.example.com", "shop.example.org"])

  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = each.value # want `each.value` `binds shop.example.com, but huaweicloud_dns_zone.off is disabled: callers cannot resolve the name` help `set status = "ENABLE" on huaweicloud_dns_zone.off`
}

resource "huaweicloud_dns_zone" "off" {
  name      = "example.com."
  zone_type = "public"
  status    = "DISABLE"
}

resource "huaweicloud_dns_recordset" "off" {
  zone_id = huaweicloud_dns_zone.off.id
  name    = "shop.example.com."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}

resource "huaweicloud_dns_zone" "on" {
  name      = "example.org."
  zone_type = "public"
  status    = "ENABLE"
}

resource "huaweicloud_dns_recordset" "on" {
  zone_id = huaweicloud_dns_zone.on.id
  name    = "shop.example.org."
  type    = "A"
  records = [huaweicloud_apig_instance.main.ingress_address]
}
