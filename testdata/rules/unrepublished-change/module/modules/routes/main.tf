variable "instance_id" {
  type = string
}

variable "routes" {
  type = map(string)
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = var.instance_id
  name        = "shop"
}

resource "huaweicloud_apig_api" "this" {
  for_each = var.routes

  instance_id             = var.instance_id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = each.key
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = each.value
  security_authentication = "IAM"

  web {
    path             = each.value
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_api_publishment" "this" { # want `resource "huaweicloud_apig_api_publishment" "this"` `module.shop.huaweicloud_apig_api_publishment.this\["item"\] is not updated`
  for_each = var.routes

  instance_id = var.instance_id
  api_id      = huaweicloud_apig_api.this[each.key].id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = "first release"
}
