# Silent: nothing is said of the version, so it is the newest.
resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  ingress_bandwidth_size = 5
}
