locals {
  groups = { orders = true, stock = false }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "all" { # want `resource "huaweicloud_apig_group" "all"` `huaweicloud_apig_group.all..orders.. has no independent domain name, and its debugging domain name takes 1000 calls a day`
  for_each = local.groups

  instance_id           = huaweicloud_apig_instance.main.id
  name                  = each.key
  domain_access_enabled = each.value
}

resource "huaweicloud_apig_api" "list" {
  for_each = huaweicloud_apig_group.all

  group_id = each.value.id
}
