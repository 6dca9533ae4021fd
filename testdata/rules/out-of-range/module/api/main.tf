variable "timeout" {
  type = number
}

resource "huaweicloud_apig_api" "this" {
  name = "this"

  web {
    path             = "/"
    request_protocol = "HTTP"
    timeout          = var.timeout # want `var.timeout` `^web.timeout of module.api.huaweicloud_apig_api.this must be 1 to 600000, but is 0: the apply fails$` help `^set web.timeout to 1 to 600000$`
  }
}
