resource "huaweicloud_apig_api_publishment" "before" { # want `resource "huaweicloud_apig_api_publishment" "before"` `before has create_before_destroy, so destroying the old publication takes the new one offline: after a replacement calls get APIG.0101`
  description = "before"

  lifecycle {
    create_before_destroy = true
  }
}

resource "huaweicloud_apig_api_publishment" "many" { # want `resource "huaweicloud_apig_api_publishment" "many"` `many\["a"\] has create_before_destroy`
  for_each    = toset(["a", "b"])
  description = each.key

  lifecycle {
    create_before_destroy = true
  }
}

# Silent: the order that Terraform has by itself.
resource "huaweicloud_apig_api_publishment" "after" {
  description = "after"

  lifecycle {
    create_before_destroy = false
  }
}

resource "huaweicloud_apig_api_publishment" "triggered" {
  description = "triggered"

  lifecycle {
    replace_triggered_by = [huaweicloud_apig_api.orders]
  }
}

# Silent: an API may be made before the old one is destroyed.
resource "huaweicloud_apig_api" "orders" {
  name = "orders"

  lifecycle {
    create_before_destroy = true
  }
}
