variable "unknown" {
  type = map(string)
}

locals {
  stages = { live = "DEFAULT_ENVIRONMENT_RELEASE_ID", release = "DEFAULT_ENVIRONMENT_RELEASE_ID" }
}

resource "huaweicloud_apig_api" "orders" {
  name = "orders"
}

resource "huaweicloud_apig_api_publishment" "orders" { # want `resource "huaweicloud_apig_api_publishment" "orders"` `orders\["release"\] publishes huaweicloud_apig_api.orders to RELEASE, and so does huaweicloud_apig_api_publishment.orders\["live"\]`
  for_each = local.stages

  api_id = huaweicloud_apig_api.orders.id
  env_id = each.value
}

# Silent: different elements of something that nobody can count.
resource "huaweicloud_apig_api" "many" {
  for_each = var.unknown
  name     = each.key
}

resource "huaweicloud_apig_api_publishment" "one" {
  api_id = huaweicloud_apig_api.many["one"].id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "two" {
  api_id = huaweicloud_apig_api.many["two"].id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
