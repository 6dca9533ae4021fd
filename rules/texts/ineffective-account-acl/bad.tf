resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "NONE"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_acl_policy" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "partners"
  type        = "PERMIT"
  entity_type = "DOMAIN"
  value       = "partner"
}

resource "huaweicloud_apig_acl_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.partners.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
