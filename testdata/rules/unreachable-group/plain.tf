locals {
  open = false
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "unset" { # want `resource "huaweicloud_apig_group" "unset"` `huaweicloud_apig_group.unset has APIs but no independent domain name, and its debugging domain name is off: calls get APIG.0101`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "unset"
}

resource "huaweicloud_apig_api" "unset" {
  group_id = huaweicloud_apig_group.unset.id
}

resource "huaweicloud_apig_group" "off" { # want `resource "huaweicloud_apig_group" "off"` `huaweicloud_apig_group.off has APIs`
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "off"
  domain_access_enabled = local.open
}

resource "huaweicloud_apig_api" "off" {
  group_id = huaweicloud_apig_group.off.id
}

# Silent: its debugging domain leads to it.
resource "huaweicloud_apig_group" "debugging" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "debugging"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "debugging" {
  group_id = huaweicloud_apig_group.debugging.id
}

# Silent: nothing can be called in it.
resource "huaweicloud_apig_group" "empty" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "empty"
}

# Silent: a domain of its own leads to it, however that is written.
resource "huaweicloud_apig_group" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "bound"
}

resource "huaweicloud_apig_group_domain_associate" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.bound.id
  url_domain  = "bound.example.com"
}

resource "huaweicloud_apig_api" "bound" {
  group_id = huaweicloud_apig_group.bound.id
}

resource "huaweicloud_apig_group" "inline" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "inline"

  url_domains {
    name = "inline.example.com"
  }
}

resource "huaweicloud_apig_api" "inline" {
  group_id = huaweicloud_apig_group.inline.id
}

# Silent: others switch these once the group is made.
resource "huaweicloud_apig_group" "left" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "left"

  lifecycle {
    ignore_changes = [url_domains]
  }
}

resource "huaweicloud_apig_api" "left" {
  group_id = huaweicloud_apig_group.left.id
}

resource "huaweicloud_apig_group" "all" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "all"

  lifecycle {
    ignore_changes = all
  }
}

resource "huaweicloud_apig_api" "all" {
  group_id = huaweicloud_apig_group.all.id
}
