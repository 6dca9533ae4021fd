resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
    code       = 403
  }
}
