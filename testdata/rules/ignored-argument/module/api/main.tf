variable "channel" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  name = "this"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = var.channel
    backend_address  = "10.0.0.8" # want `backend_address` `module.api.huaweicloud_apig_api.this has web.backend_address and web.vpc_channel_id`
  }
}
