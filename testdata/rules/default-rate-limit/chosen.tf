# Silent throughout: the rate of one gateway is chosen, that of the other may be chosen elsewhere.

variable "foreign_gateway_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance_feature" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "ratelimit"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "foreign" {
  instance_id = var.foreign_gateway_id
}

resource "huaweicloud_apig_api_publishment" "all" {
  for_each = { orders = huaweicloud_apig_api.orders.id, foreign = huaweicloud_apig_api.foreign.id }

  api_id = each.value
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
