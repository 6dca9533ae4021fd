resource "huaweicloud_apig_api_publishment" "this" { # want `resource "huaweicloud_apig_api_publishment" "this"` `module.orders.huaweicloud_apig_api_publishment.this has create_before_destroy`
  description = "this"

  lifecycle {
    create_before_destroy = true
  }
}
