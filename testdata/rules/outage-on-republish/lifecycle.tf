resource "huaweicloud_apig_api" "orders" {
  for_each = toset(["list", "make"])
  name     = each.key
}

resource "huaweicloud_apig_api_publishment" "orders" {
  for_each = huaweicloud_apig_api.orders
  api_id   = each.value.id

  lifecycle {
    replace_triggered_by = [huaweicloud_apig_api.orders[each.key]] # want `[huaweicloud_apig_api.orders[each.key]]` `orders\["list"\] is replaced to publish changes: until the replacement is created, calls get APIG.0101`
  }
}

# Silent: nothing triggers it.
resource "huaweicloud_apig_api_publishment" "nothing" {
  description = "nothing"

  lifecycle {
    replace_triggered_by = []
  }
}

# Silent: it stays offline, which offline-after-replace reports.
resource "huaweicloud_apig_api_publishment" "before" {
  description = "before"

  lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [huaweicloud_apig_api.orders]
  }
}
