resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.store.id
  name        = "denied"
}
