resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: nothing at all is published here.
resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}
