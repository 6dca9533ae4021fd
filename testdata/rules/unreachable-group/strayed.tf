# The domain name is bound to another group, which has no APIs.
resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" { # want `resource "huaweicloud_apig_group" "shop"` `huaweicloud_apig_group.shop has APIs but no independent domain name` help `bind shop.example.com to huaweicloud_apig_group.shop instead of huaweicloud_apig_group.empty`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "shop" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_group" "empty" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "empty"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.empty.id
  url_domain  = "shop.example.com"
}

# Another gateway's is not meant.
resource "huaweicloud_apig_instance" "blue" {
  name = "blue"
}

resource "huaweicloud_apig_group" "blue" { # want `resource "huaweicloud_apig_group" "blue"` `huaweicloud_apig_group.blue has APIs` help `add a huaweicloud_apig_group_domain_associate with group_id = huaweicloud_apig_group.blue.id`
  instance_id = huaweicloud_apig_instance.blue.id
  name        = "blue"
}

resource "huaweicloud_apig_api" "blue" {
  group_id = huaweicloud_apig_group.blue.id
}
