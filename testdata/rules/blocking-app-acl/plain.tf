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

resource "huaweicloud_apig_application" "mobile" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "mobile"
}

resource "huaweicloud_apig_application" "desktop" {
  instance_id = huaweicloud_apig_instance.ipv6.id
  name        = "desktop"
}

resource "huaweicloud_apig_application_authorization" "all" {
  for_each = {
    mobile  = huaweicloud_apig_application.mobile.id
    desktop = huaweicloud_apig_application.desktop.id
  }

  application_id = each.value
  api_ids        = [var.unknown]
}

resource "huaweicloud_apig_application_acl" "all" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  type           = "DENY"
  values         = ["0.0.0.0/0"] # want `["0.0.0.0/0"]` `huaweicloud_apig_application_acl.all denies every address: calls of huaweicloud_apig_application.mobile get APIG.0405` help `list only the addresses to block`
}

resource "huaweicloud_apig_application_acl" "halves" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = var.unknown
  type           = "DENY"
  values         = local.halves # want `local.halves` `huaweicloud_apig_application_acl.halves denies every address: calls of its app get APIG.0405`
}

resource "huaweicloud_apig_application_acl" "range" {
  instance_id    = huaweicloud_apig_instance.ipv6.id
  application_id = huaweicloud_apig_application.desktop.id
  type           = "DENY"
  values         = [var.unknown, "0.0.0.0-255.255.255.255"] # want `[var.unknown, "0.0.0.0-255.255.255.255"]` `denies every IPv4 address`
}

# Silent: one half, everyone but one, and everyone who comes by IPv6.
resource "huaweicloud_apig_application_acl" "part" {
  for_each = toset(["0.0.0.0/1", "0.0.0.0-127.255.255.255,128.0.0.1-255.255.255.255", "::/0"])

  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  type           = "DENY"
  values         = split(",", each.value)
}

# Silent: it lets everybody in.
resource "huaweicloud_apig_application_acl" "permit" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  type           = "PERMIT"
  values         = ["0.0.0.0/0"]
}

# Silent: it may let everybody in, or hold fewer addresses.
resource "huaweicloud_apig_application_acl" "unknown_type" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  type           = var.unknown
  values         = ["0.0.0.0/0"]
}

resource "huaweicloud_apig_application_acl" "unknown_list" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  type           = "DENY"
  values         = ["${var.unknown}/0"]
}

# Silent: the list is left to others.
resource "huaweicloud_apig_application_acl" "ignored" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.mobile.id
  type           = "DENY"
  values         = ["0.0.0.0/0"]

  lifecycle {
    ignore_changes = [values]
  }
}
