resource "huaweicloud_apig_response" "plain" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "plain"

  rule {
    error_type  = "AUTH_FAILURE"
    status_code = 200
    body        = jsonencode({ message = "something went wrong" })
  }
}
