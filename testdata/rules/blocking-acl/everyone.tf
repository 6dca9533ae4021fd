variable "publish_ids" {
  type = list(string)
}

variable "unknown" {
  type = string
}

locals {
  halves = ["0.0.0.0/1", "128.0.0.0/1"]
}

resource "huaweicloud_apig_instance" "main" {
  name    = "main"
  edition = "BASIC"
}

resource "huaweicloud_apig_instance" "ipv6" {
  name        = "ipv6"
  edition     = "BASIC_IPV6"
  ipv6_enable = true
}

resource "huaweicloud_apig_acl_policy" "all" { # want `resource "huaweicloud_apig_acl_policy" "all"` `huaweicloud_apig_acl_policy.all denies every address: calls to the APIs it is bound to get APIG.0402`
  instance_id = huaweicloud_apig_instance.main.id
  type        = "DENY"
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

resource "huaweicloud_apig_acl_policy_associate" "all" {
  policy_id   = huaweicloud_apig_acl_policy.all.id
  publish_ids = var.publish_ids
}

resource "huaweicloud_apig_acl_policy" "halves" { # want `resource "huaweicloud_apig_acl_policy" "halves"` `huaweicloud_apig_acl_policy.halves denies every address: calls to any API it is bound to get APIG.0402`
  instance_id = huaweicloud_apig_instance.main.id
  type        = "DENY"
  entity_type = "IP"
  value       = join(",", local.halves)
}

resource "huaweicloud_apig_acl_policy" "both" { # want `resource "huaweicloud_apig_acl_policy" "both"` `denies every address`
  instance_id = huaweicloud_apig_instance.ipv6.id
  type        = "DENY"
  entity_type = "IP"
  value       = "::/0,0.0.0.0/0"
}

resource "huaweicloud_apig_instance" "perhaps_ipv6" {
  name = "perhaps_ipv6"
}

resource "huaweicloud_apig_acl_policy" "perhaps_all" { # want `resource "huaweicloud_apig_acl_policy" "perhaps_all"` `denies every IPv4 address`
  instance_id = huaweicloud_apig_instance.perhaps_ipv6.id
  type        = "DENY"
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

# Silent: one half, everyone but one, and everyone who comes by IPv6.
resource "huaweicloud_apig_acl_policy" "part" {
  for_each = toset(["0.0.0.0/1", "0.0.0.0-127.255.255.255,128.0.0.1-255.255.255.255", "::/0"])

  instance_id = huaweicloud_apig_instance.main.id
  type        = "DENY"
  entity_type = "IP"
  value       = each.value
}

# Silent here: it lets everybody in.
resource "huaweicloud_apig_acl_policy" "permit" {
  instance_id = huaweicloud_apig_instance.main.id
  type        = "PERMIT"
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

# Silent: it may let everybody in, or hold fewer addresses, or accounts.
resource "huaweicloud_apig_acl_policy" "unknown_effect" {
  instance_id = huaweicloud_apig_instance.main.id
  type        = var.unknown
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

resource "huaweicloud_apig_acl_policy" "unknown_list" {
  instance_id = huaweicloud_apig_instance.main.id
  type        = "DENY"
  entity_type = "IP"
  value       = "${var.unknown}/0"
}

resource "huaweicloud_apig_acl_policy" "unknown_entity" {
  instance_id = huaweicloud_apig_instance.main.id
  type        = "DENY"
  entity_type = var.unknown
  value       = "0.0.0.0/0"
}
