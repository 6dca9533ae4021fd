resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `huaweicloud_apig_api.orders is not published`
  group_id     = huaweicloud_apig_group.shop.id
  request_path = "/orders"
}

# Silent: a trigger publishes the API that it makes, and no other.
resource "huaweicloud_fgs_function_trigger" "orders" {
  function_urn = "urn:fss:orders"
  type         = "DEDICATEDGATEWAY"
  event_data   = jsonencode({ group_id = huaweicloud_apig_group.shop.id, name = "returns", env_name = "RELEASE" })
}
