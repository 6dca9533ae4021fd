resource "huaweicloud_apig_environment" "gamma" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "GAMMA"
}
