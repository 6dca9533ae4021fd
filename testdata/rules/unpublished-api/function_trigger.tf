resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

# Silent: a trigger of the gateway makes and publishes APIs.
resource "huaweicloud_apig_api" "orders" {
  group_id     = huaweicloud_apig_group.shop.id
  request_path = "/orders"
}

resource "huaweicloud_fgs_function_trigger" "orders" {
  function_urn = "urn:fss:orders"
  type         = "DEDICATEDGATEWAY"
}
