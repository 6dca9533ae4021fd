variable "unknown" {
  type = string
}

variable "networks" {
  type    = list(string)
  default = ["128.0.0.0/1", "10.0.0.0/8", "0.0.0.0/1"]
}

resource "huaweicloud_apig_instance" "main" {
  name    = "main"
  edition = "BASIC"
}

resource "huaweicloud_apig_acl_policy" "all" { # want `resource "huaweicloud_apig_acl_policy" "all"` `huaweicloud_apig_acl_policy.all permits every IPv4 address: it blocks no calls`
  type        = "PERMIT"
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

resource "huaweicloud_apig_acl_policy" "halves" { # want `resource "huaweicloud_apig_acl_policy" "halves"` `huaweicloud_apig_acl_policy.halves permits every address: it blocks no calls`
  instance_id = huaweicloud_apig_instance.main.id
  type        = "PERMIT"
  entity_type = "IP"
  value       = join(",", var.networks)
}

resource "huaweicloud_apig_acl_policy" "beside" { # want `resource "huaweicloud_apig_acl_policy" "beside"` `permits every IPv4 address`
  type        = "PERMIT"
  entity_type = "IP"
  value       = "0.0.0.0-255.255.255.255,nonsense"
}

# Silent: somebody is left out.
resource "huaweicloud_apig_acl_policy" "part" {
  for_each = toset(["0.0.0.0/1", "203.0.113.0/24", "0.0.0.1/32,128.0.0.0/1"])

  type        = "PERMIT"
  entity_type = "IP"
  value       = each.value
}

# Silent here: it lets nobody in.
resource "huaweicloud_apig_acl_policy" "deny" {
  type        = "DENY"
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

# Silent: others fill the list.
resource "huaweicloud_apig_acl_policy" "left_to_others" {
  type        = "PERMIT"
  entity_type = "IP"
  value       = "0.0.0.0/0"

  lifecycle {
    ignore_changes = [value]
  }
}

# Silent: the effect, the type or the list is not known.
resource "huaweicloud_apig_acl_policy" "unknown_effect" {
  type        = var.unknown
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

resource "huaweicloud_apig_acl_policy" "unknown_entity" {
  type        = "PERMIT"
  entity_type = var.unknown
  value       = "0.0.0.0/0"
}

resource "huaweicloud_apig_acl_policy" "unknown_list" {
  type        = "PERMIT"
  entity_type = "IP"
  value       = "0.0.0.0/${var.unknown}"
}
