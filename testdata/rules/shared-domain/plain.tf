locals {
  host = "Shop.Example.com."
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance" "other" {
  name = "other"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
}

resource "huaweicloud_apig_group" "elsewhere" {
  instance_id = huaweicloud_apig_instance.other.id
  name        = "elsewhere"
}

resource "huaweicloud_apig_group_domain_associate" "first" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "shop.example.com"
}

# Case and the final dot make no difference, and the gateway is the group's.
resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id = huaweicloud_apig_group.orders.instance_id
  group_id    = huaweicloud_apig_group.orders.id
  url_domain  = local.host # want `local.host` `huaweicloud_apig_group_domain_associate.orders binds shop.example.com on port 80, which huaweicloud_apig_group_domain_associate.first already binds on the same gateway: the apply gets APIG.2050`
}

# One port of the two is taken.
resource "huaweicloud_apig_group_domain_associate" "secure" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_group_domain_associate.secure binds shop.example.com on port 443, which huaweicloud_apig_group_domain_associate.first already binds on the same gateway`
  ingress_http_port  = -1
  ingress_https_port = 443
}

# Silent: other ports.
resource "huaweicloud_apig_group_domain_associate" "custom" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = 8443
}

# Silent: another gateway.
resource "huaweicloud_apig_group_domain_associate" "elsewhere" {
  instance_id = huaweicloud_apig_instance.other.id
  group_id    = huaweicloud_apig_group.elsewhere.id
  url_domain  = "shop.example.com"
}

# Silent: another name.
resource "huaweicloud_apig_group_domain_associate" "wildcard" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.orders.id
  url_domain  = "*.example.com"
}
