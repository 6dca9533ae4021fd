variable "timeout" {
  type = number
}

resource "huaweicloud_apig_api" "this" {
  name = "this"

  web {
    path             = "/"
    request_protocol = "HTTP"
    timeout          = var.timeout # want `var.timeout` `web.timeout of module.api.huaweicloud_apig_api.this is 0`
  }
}
