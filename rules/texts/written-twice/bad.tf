resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
  app_codes   = [var.app_code]
}

resource "huaweicloud_apig_appcode" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
}

variable "app_code" {
  type      = string
  sensitive = true
}
