# apiglint:ignore unbound-policy -- bound by hand for now
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24"
}
