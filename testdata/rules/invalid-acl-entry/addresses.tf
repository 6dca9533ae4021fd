variable "addresses" {
  type    = list(string)
  default = ["203.0.113.1", "203.0.113.0/33"]
}

variable "unknown" {
  type = string
}

variable "hidden" {
  type      = string
  default   = "203.0.113.1,secret.example.com"
  sensitive = true
}

locals {
  many = [for i in range(101) : "203.0.113.${i}"]
}

resource "huaweicloud_apig_acl_policy" "host" {
  entity_type = "IP"
  value       = "www.example.com" # want `"www.example.com"` `"www.example.com" in the list of huaweicloud_apig_acl_policy.host is not an IP address or a CIDR block: the apply fails`
}

resource "huaweicloud_apig_acl_policy" "network" {
  entity_type = "IP"
  value       = join(",", var.addresses) # want `join(",", var.addresses)` `"203.0.113.0/33" in the list of huaweicloud_apig_acl_policy.network`
}

resource "huaweicloud_apig_acl_policy" "hidden" {
  entity_type = "IP"
  value       = var.hidden # want `var.hidden` `^entry 2 in the list of huaweicloud_apig_acl_policy.hidden is not an IP address`
}

resource "huaweicloud_apig_acl_policy" "many" {
  entity_type = "IP"
  value       = join(",", local.many) # want `join(",", local.many)` `huaweicloud_apig_acl_policy.many lists more than 100 addresses`
}

resource "huaweicloud_apig_acl_policy" "hundred" {
  entity_type = "IP"
  value       = join(",", slice(local.many, 0, 100))
}

resource "huaweicloud_apig_acl_policy" "twice" {
  entity_type = "IP"
  value       = "203.0.113.1,198.51.100.1,203.0.113.1/32" # want `"203.0.113.1,198.51.100.1,203.0.113.1/32"` `"203.0.113.1/32" is twice in the list`
}

# Silent: an address, a network, one with host bits, and IPv6.
resource "huaweicloud_apig_acl_policy" "fine" {
  entity_type = "IP"
  value       = "203.0.113.1, 198.51.100.0/24,192.168.0.1/16,2001:db8::/32"
}

# Silent: the cloud says "ranges" and does not say how they are written.
resource "huaweicloud_apig_acl_policy" "range" {
  entity_type = "IP"
  value       = "203.0.113.1-203.0.113.9,198.51.100.1-9,198.51.100.1-20"
}

# Silent: a part of the list, or the type, is not known.
resource "huaweicloud_apig_acl_policy" "unknown" {
  entity_type = "IP"
  value       = "nonsense,${var.unknown}"
}

resource "huaweicloud_apig_acl_policy" "untyped" {
  entity_type = var.unknown
  value       = "nonsense"
}

# Silent: a type that does not exist is another rule's finding.
resource "huaweicloud_apig_acl_policy" "mistyped" {
  entity_type = "ADDRESS"
  value       = "nonsense"
}

# Silent: nobody is in the list yet.
resource "huaweicloud_apig_acl_policy" "empty" {
  entity_type = "IP"
  value       = join(",", [])
}
