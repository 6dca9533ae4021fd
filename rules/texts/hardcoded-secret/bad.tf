resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
  app_secret  = "Rm9yIGV4YW1wbGUgb25seQ"
}
