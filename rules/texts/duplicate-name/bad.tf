resource "huaweicloud_apig_group" "store" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}
