variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_api" "kept" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_api_publishment" "kept" {
  api_id = huaweicloud_apig_api.kept.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_action" "once" { # want `resource "huaweicloud_apig_api_action" "once"` `once publishes huaweicloud_apig_api.orders only once: later changes of the API do not reach callers`
  api_id = huaweicloud_apig_api.orders.id
  action = "online"
}

resource "huaweicloud_apig_api_batch_action" "listed" { # want `resource "huaweicloud_apig_api_batch_action" "listed"` `listed publishes huaweicloud_apig_api.orders only once`
  apis   = [huaweicloud_apig_api.kept.id, huaweicloud_apig_api.orders.id]
  action = "online"
}

resource "huaweicloud_apig_api_batch_action" "group" { # want `resource "huaweicloud_apig_api_batch_action" "group"` `group publishes huaweicloud_apig_api.orders only once`
  group_id = huaweicloud_apig_group.shop.id
  action   = "online"
}

# Silent: a publication keeps it published.
resource "huaweicloud_apig_api_action" "kept" {
  api_id = huaweicloud_apig_api.kept.id
  action = "online"
}

# Silent: it takes the API offline, or nobody knows what it does, or to what.
resource "huaweicloud_apig_api_action" "offline" {
  api_id = huaweicloud_apig_api.orders.id
  action = "offline"
}

resource "huaweicloud_apig_api_action" "unknown" {
  api_id = huaweicloud_apig_api.orders.id
  action = var.unknown
}

resource "huaweicloud_apig_api_action" "any" {
  api_id = var.unknown
  action = "online"
}

# Silent: it runs again.
resource "huaweicloud_apig_api_action" "again" {
  api_id = huaweicloud_apig_api.orders.id
  action = "online"

  lifecycle {
    replace_triggered_by = [huaweicloud_apig_api.orders]
  }
}

resource "huaweicloud_apig_api_action" "forced" {
  api_id           = huaweicloud_apig_api.orders.id
  action           = "online"
  remark           = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
  enable_force_new = "true"
}

# Silent: its group is declared elsewhere, and so may its publication be.
resource "huaweicloud_apig_api" "elsewhere" {
  group_id = var.unknown
}

resource "huaweicloud_apig_api_action" "elsewhere" {
  api_id = huaweicloud_apig_api.elsewhere.id
  action = "online"
}
