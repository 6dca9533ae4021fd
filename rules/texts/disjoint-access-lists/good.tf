resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_application_authorization" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  env_id         = huaweicloud_apig_api_publishment.orders.env_id
  api_ids        = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_acl_policy" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "partners"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "198.51.100.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.partners.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}

resource "huaweicloud_apig_application_acl" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.client.id
  type           = "PERMIT"
  values         = ["198.51.100.16/28"]
}
