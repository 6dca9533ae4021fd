resource "huaweicloud_apig_api_publishment" "this" { # want `resource "huaweicloud_apig_api_publishment" "this"` `module.orders.huaweicloud_apig_api_publishment.this is created before`
  description = "this"

  lifecycle {
    create_before_destroy = true
  }
}
