locals {
  debugging = true
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "orders" { # want `resource "huaweicloud_apig_group" "orders"` `huaweicloud_apig_group.orders has no independent domain name, and its debugging domain name takes 1000 calls a day: further calls get APIG.0308` help `add a huaweicloud_apig_group_domain_associate with group_id = huaweicloud_apig_group.orders.id`
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "orders"
  domain_access_enabled = local.debugging
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.orders.id
}

# Silent: a domain of its own leads to it as well.
resource "huaweicloud_apig_group" "bound" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "bound"
  domain_access_enabled = true

  url_domains {
    name = "bound.example.com"
  }
}

resource "huaweicloud_apig_api" "bound" {
  group_id = huaweicloud_apig_group.bound.id
}

resource "huaweicloud_apig_api_publishment" "bound" {
  api_id = huaweicloud_apig_api.bound.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: nothing can be called in it.
resource "huaweicloud_apig_group" "empty" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "empty"
  domain_access_enabled = true
}

# Silent: that is unreachable-group.
resource "huaweicloud_apig_group" "unreachable" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "unreachable"
}

resource "huaweicloud_apig_api" "unreachable" {
  group_id = huaweicloud_apig_group.unreachable.id
}

