resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

# The path of a trigger is its name.
resource "huaweicloud_apig_api" "orders" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "ANY"
  request_path   = "/orders"
  matching       = "Prefix"
}

resource "huaweicloud_fgs_trigger" "orders" {
  type = "DEDICATEDGATEWAY"
  apig {
    group_id = huaweicloud_apig_group.shop.id
    api_name = "orders" # want `"orders"` `huaweicloud_fgs_trigger.orders has the same method, path and match mode as huaweicloud_apig_api.orders`
    env_name = "RELEASE"
  }
}

# Silent: another match mode.
resource "huaweicloud_fgs_function_trigger" "orders" {
  type = "DEDICATEDGATEWAY"
  event_data = jsonencode({
    group_id   = huaweicloud_apig_group.shop.id
    path       = "/orders"
    req_method = "ANY"
    match_mode = "NORMAL"
  })
}
