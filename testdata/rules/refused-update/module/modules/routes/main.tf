variable "instance_id" {
  type = string
}

variable "group_id" {
  type = string
}

variable "backends" {
  type = map(string)
}

resource "huaweicloud_apig_api" "this" {
  for_each = var.backends

  instance_id             = var.instance_id
  group_id                = var.group_id
  name                    = each.key
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/${each.key}"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = each.value # want `each.value` `web of module.shop.huaweicloud_apig_api.this\["item"\] changes`
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}
