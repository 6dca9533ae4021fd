resource "huaweicloud_apig_environment" "release" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "RELEASE"
}
