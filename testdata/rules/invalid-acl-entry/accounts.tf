locals {
  accounts = {
    numbers = "partner,1234567"
    fine    = "partner,partner2"
  }
}

resource "huaweicloud_apig_acl_policy" "names" {
  for_each = local.accounts

  entity_type = "DOMAIN"
  value       = each.value # want `each.value` `"1234567" in the list of huaweicloud_apig_acl_policy.names\["numbers"\] has only digits`
}

resource "huaweicloud_apig_acl_policy" "address" {
  entity_type = "DOMAIN"
  value       = "203.0.113.1" # want `"203.0.113.1"` `"203.0.113.1" in the list of huaweicloud_apig_acl_policy.address is an IP address`
}

resource "huaweicloud_apig_acl_policy" "long" {
  entity_type = "DOMAIN"
  value       = "an-account-name-that-goes-on-and-on-and-on-and-on-until-its-65th-c" # want `"an-account-name-that-goes-on-and-on-and-on-and-on-until-its-65th-c"` `has more than 64 characters`
}

resource "huaweicloud_apig_acl_policy" "total" {
  entity_type = "DOMAIN"
  value       = join(",", formatlist("an-account-name-%s", range(60))) # want `join(",", formatlist("an-account-name-%s", range(60)))` `lists more than 1024 characters`
}

resource "huaweicloud_apig_acl_policy" "again" {
  entity_type = "DOMAIN"
  value       = "partner,other,partner" # want `"partner,other,partner"` `"partner" is twice`
}

resource "huaweicloud_apig_acl_policy" "ids" {
  entity_type = "DOMAIN_ID"
  value       = "0a1b2c3d4e5f60718293a4b5c6d7e8f9,partner" # want `"0a1b2c3d4e5f60718293a4b5c6d7e8f9,partner"` `"partner" in the list of huaweicloud_apig_acl_policy.ids is not an account ID`
}

# Silent: names may differ in case, and ids have 32 characters.
resource "huaweicloud_apig_acl_policy" "cases" {
  entity_type = "DOMAIN"
  value       = "partner,Partner,www.example.com"
}

resource "huaweicloud_apig_acl_policy" "fine_ids" {
  entity_type = "DOMAIN_ID"
  value       = "0a1b2c3d4e5f60718293a4b5c6d7e8f9,ffffffffffffffffffffffffffffffff"
}
