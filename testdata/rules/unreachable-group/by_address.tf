variable "routed" {
  type = bool
}

# Silent: calls come in by the gateway's address.
resource "huaweicloud_apig_instance" "routed" {
  name = "routed"
}

resource "huaweicloud_apig_instance_feature" "routed" {
  instance_id = huaweicloud_apig_instance.routed.id
  name        = "app_route"
  enabled     = true
}

resource "huaweicloud_apig_group" "routed" {
  instance_id = huaweicloud_apig_instance.routed.id
  name        = "routed"
}

resource "huaweicloud_apig_api" "routed" {
  group_id = huaweicloud_apig_group.routed.id
}

# Silent: they may.
resource "huaweicloud_apig_instance" "unknown" {
  name = "unknown"
}

resource "huaweicloud_apig_instance_feature" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id
  name        = "app_route"
  enabled     = var.routed
}

resource "huaweicloud_apig_group" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id
  name        = "unknown"
}

resource "huaweicloud_apig_api" "unknown" {
  group_id = huaweicloud_apig_group.unknown.id
}

# A feature is off until it is enabled, and others do not let calls in.
resource "huaweicloud_apig_instance" "off" {
  name = "off"
}

resource "huaweicloud_apig_instance_feature" "off" {
  instance_id = huaweicloud_apig_instance.off.id
  name        = "app_route"
}

resource "huaweicloud_apig_instance_feature" "other" {
  instance_id = huaweicloud_apig_instance.off.id
  name        = "app_secret"
  enabled     = true
}

resource "huaweicloud_apig_group" "off" { # want `resource "huaweicloud_apig_group" "off"` `huaweicloud_apig_group.off has APIs but no independent domain name, and its debugging domain name is off` help `add a huaweicloud_apig_group_domain_associate with group_id = huaweicloud_apig_group.off.id, or set domain_access_enabled = true`
  instance_id = huaweicloud_apig_instance.off.id
  name        = "off"
}

resource "huaweicloud_apig_api" "off" {
  group_id = huaweicloud_apig_group.off.id
}
