variable "unknown" {
  type = string
}

resource "huaweicloud_apig_api" "orders" {
  name = "orders"
}

# Silent: the other publication may be for the same API, and follow it.
resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
}

# Silent: nobody knows which API it publishes.
resource "huaweicloud_apig_api_publishment" "unknown" {
  api_id      = var.unknown
  description = "first version"
}
