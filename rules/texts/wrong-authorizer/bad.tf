variable "function_urn" {
  type = string
}

resource "huaweicloud_apig_custom_authorizer" "callers" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "callers"
  function_urn     = var.function_urn
  function_version = "latest"
  type             = "BACKEND"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "AUTHORIZER"
  authorizer_id           = huaweicloud_apig_custom_authorizer.callers.id

  mock {
    response = "ok"
  }
}
