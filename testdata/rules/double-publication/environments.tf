variable "unknown" {
  type = string
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api" "orders" {
  name = "orders"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "orders_again" { # want `resource "huaweicloud_apig_api_publishment" "orders_again"` `orders_again publishes huaweicloud_apig_api.orders to RELEASE, and so does huaweicloud_apig_api_publishment.orders: destroying either one takes the API offline`
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: another environment.
resource "huaweicloud_apig_api_publishment" "beta" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_api_publishment" "beta_again" { # want `resource "huaweicloud_apig_api_publishment" "beta_again"` `to BETA, and so does`
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_api_publishment.beta.env_id
}

# Silent: nobody knows the environment.
resource "huaweicloud_apig_api_publishment" "unknown_stage" {
  count = 2

  api_id = huaweicloud_apig_api.orders.id
  env_id = var.unknown
}

# Silent: nobody knows the API.
resource "huaweicloud_apig_api_publishment" "unknown_api" {
  count = 2

  api_id = var.unknown
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: it may not be there.
resource "huaweicloud_apig_api_publishment" "perhaps" {
  count = var.unknown

  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
