resource "huaweicloud_apig_group" "orders" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "orders"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "list" {
  for_each = {
    shop   = huaweicloud_apig_group.shop.id
    orders = huaweicloud_apig_group.orders.id
  }

  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = each.value
  name                    = "list_${each.key}"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "list" {
  for_each = huaweicloud_apig_api.list

  instance_id = huaweicloud_apig_instance.main.id
  api_id      = each.value.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = sha1(jsonencode([each.value.request_method, each.value.request_path]))
}
