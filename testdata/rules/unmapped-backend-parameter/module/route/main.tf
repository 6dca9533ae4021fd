variable "backend" {}

resource "huaweicloud_apig_api" "this" {
  request_path = "/orders/{id}"

  request_params {
    name = "id"
  }
  backend_params {
    type     = "REQUEST"
    name     = "number" # want `"number"` `module.wrong.huaweicloud_apig_api.this has a backend parameter number`
    location = "PATH"
    value    = "id"
  }
  web {
    path = var.backend # want `var.backend` `module.wrong.huaweicloud_apig_api.this has {order}`
  }
}
