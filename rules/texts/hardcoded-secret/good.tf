variable "client_secret" {
  type      = string
  sensitive = true
}

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
  app_secret  = var.client_secret
}
