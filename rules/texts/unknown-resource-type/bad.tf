resource "huaweicloud_apig_responses" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"
}
