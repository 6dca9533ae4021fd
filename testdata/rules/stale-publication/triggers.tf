resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id
  name     = "orders"
}

# Silent: it is replaced when the API changes.
resource "huaweicloud_apig_api_publishment" "direct" {
  api_id = huaweicloud_apig_api.orders.id

  lifecycle {
    replace_triggered_by = [huaweicloud_apig_api.orders]
  }
}

# Silent: so it is here, by what stands between.
resource "terraform_data" "revision" {
  input = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

resource "huaweicloud_apig_api_publishment" "between" {
  api_id = huaweicloud_apig_api.orders.id

  lifecycle {
    replace_triggered_by = [terraform_data.revision]
  }
}

# The group does not change with its APIs.
resource "huaweicloud_apig_api_publishment" "group" { # want `resource "huaweicloud_apig_api_publishment" "group"` `group is not updated when .*, because it has no description`
  api_id = huaweicloud_apig_api.orders.id

  lifecycle {
    replace_triggered_by = [huaweicloud_apig_group.shop]
  }
}

# Silent: the description is left to others, who may publish too.
resource "huaweicloud_apig_api_publishment" "left" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "first version"

  lifecycle {
    ignore_changes = [description]
  }
}

# What no edit changes replaces nothing, and neither does what is made from it.
resource "huaweicloud_apig_api_publishment" "id" { # want `resource "huaweicloud_apig_api_publishment" "id"` `id is not updated when`
  api_id = huaweicloud_apig_api.orders.id

  lifecycle {
    replace_triggered_by = [huaweicloud_apig_api.orders.id]
  }
}

resource "null_resource" "id" {
  triggers = { api = huaweicloud_apig_api.orders.id }
}

resource "huaweicloud_apig_api_publishment" "between_id" { # want `resource "huaweicloud_apig_api_publishment" "between_id"` `between_id is not updated when`
  api_id = huaweicloud_apig_api.orders.id

  lifecycle {
    replace_triggered_by = [null_resource.id]
  }
}
