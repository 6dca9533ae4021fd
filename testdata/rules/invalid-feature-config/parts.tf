# A part that is not known leaves the others known.

variable "gateway_id" {
  type = string
}

variable "seconds" {
  type = number
}

resource "huaweicloud_apig_instance_feature" "token" {
  instance_id = var.gateway_id
  name        = "app_token"
  enabled     = true
  config = jsonencode({
    enable                    = "on"
    app_token_expire_time     = var.seconds
    refresh_token_expire_time = 90000 # want `90000` `refresh_token_expire_time is 90000, not a number from 1 to 72000`
  })
}
