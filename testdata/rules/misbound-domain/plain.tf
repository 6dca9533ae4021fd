locals {
  release = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "orders" { # want `resource "huaweicloud_apig_group" "orders"` `huaweicloud_apig_group.orders has published APIs but no independent domain name, while huaweicloud_apig_group.bound has one but no published API: calls to orders.example.com get APIG.0101` help `bind orders.example.com to huaweicloud_apig_group.orders instead of huaweicloud_apig_group.bound`
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "orders"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.orders.id
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = local.release
}

# It has an API, which is not published.
resource "huaweicloud_apig_group" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "bound"
}

resource "huaweicloud_apig_api" "bound" {
  group_id = huaweicloud_apig_group.bound.id
}

resource "huaweicloud_apig_group_domain_associate" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.bound.id
  url_domain  = "orders.example.com"
}

# Silent: no APIs either.
resource "huaweicloud_apig_group" "empty" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "empty"
  domain_access_enabled = true
}

# Silent: no host leads to it, which is unreachable-group.
resource "huaweicloud_apig_group" "unreachable" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "unreachable"
}

resource "huaweicloud_apig_api" "unreachable" {
  group_id = huaweicloud_apig_group.unreachable.id
}

resource "huaweicloud_apig_api_publishment" "unreachable" {
  api_id = huaweicloud_apig_api.unreachable.id
  env_id = local.release
}

# Silent: it has a domain too.
resource "huaweicloud_apig_group" "own" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "own"
  domain_access_enabled = true

  url_domains {
    name = "own.example.com"
  }
}

resource "huaweicloud_apig_api" "own" {
  group_id = huaweicloud_apig_group.own.id
}

resource "huaweicloud_apig_api_publishment" "own" {
  api_id = huaweicloud_apig_api.own.id
  env_id = local.release
}

# Silent: another gateway.
resource "huaweicloud_apig_instance" "other" {
  name = "other"
}

resource "huaweicloud_apig_group" "other" {
  instance_id           = huaweicloud_apig_instance.other.id
  name                  = "other"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "other" {
  group_id = huaweicloud_apig_group.other.id
}

resource "huaweicloud_apig_api_publishment" "other" {
  api_id = huaweicloud_apig_api.other.id
  env_id = local.release
}
