variable "api_id" {
  type = string
}

resource "huaweicloud_apig_api_action" "this" { # want `resource "huaweicloud_apig_api_action" "this"` `module.publish\["list"\].huaweicloud_apig_api_action.this publishes huaweicloud_apig_api.orders\["list"\] only once`
  api_id = var.api_id
  action = "online"
}
