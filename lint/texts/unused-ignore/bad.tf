# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
