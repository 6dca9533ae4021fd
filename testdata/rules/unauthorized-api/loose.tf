variable "api_ids" {
  type = list(string)
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

# Silent: it may be among the APIs that nobody knows.
resource "huaweicloud_apig_api" "orders" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_application_authorization" "client" {
  api_ids = var.api_ids
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
