variable "variables" {
  type = map(string)
}

# Silent: nobody knows which variables it has.
resource "huaweicloud_apig_group" "shop" {
  name = "shop"

  environment {
    environment_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"

    dynamic "variable" {
      for_each = var.variables

      content {
        name  = variable.key
        value = variable.value
      }
    }
  }
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/#root#/orders"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
