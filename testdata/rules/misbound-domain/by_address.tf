resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance_feature" "route" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_route"
  enabled     = true
}

resource "huaweicloud_apig_group" "all" { # want `resource "huaweicloud_apig_group" "all"` `huaweicloud_apig_group.all\["orders"\] has published APIs`
  for_each = toset(["bound", "orders"])

  instance_id = huaweicloud_apig_instance.main.id
  name        = each.key
}

resource "huaweicloud_apig_group_domain_associate" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.all["bound"].id
  url_domain  = "orders.example.com"
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.all["orders"].id
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
