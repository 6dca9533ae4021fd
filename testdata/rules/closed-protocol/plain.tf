locals {
  off = -1
}

resource "huaweicloud_apig_group_domain_associate" "nothing" { # want `resource "huaweicloud_apig_group_domain_associate" "nothing"` `huaweicloud_apig_group_domain_associate.nothing turns off both HTTP and HTTPS for nothing.example.com: the apply is refused`
  url_domain         = "nothing.example.com"
  ingress_http_port  = -1
  ingress_https_port = local.off
}

resource "huaweicloud_apig_group" "secure" {
  name = "secure"
}

resource "huaweicloud_apig_api" "secure" {
  group_id         = huaweicloud_apig_group.secure.id
  request_protocol = "HTTPS"
}

resource "huaweicloud_apig_api" "rpc" {
  group_id         = huaweicloud_apig_group.secure.id
  request_protocol = "GRPCS"
}

resource "huaweicloud_apig_group_domain_associate" "plain" { # want `resource "huaweicloud_apig_group_domain_associate" "plain"` `huaweicloud_apig_group_domain_associate.plain offers only HTTP for plain.example.com, but the APIs of huaweicloud_apig_group.secure accept only HTTPS: calls get APIG.0607` help `open the HTTPS port of huaweicloud_apig_group_domain_associate.plain, or set request_protocol = .BOTH. on the APIs of huaweicloud_apig_group.secure`
  group_id           = huaweicloud_apig_group.secure.id
  url_domain         = "plain.example.com"
  ingress_http_port  = 8080
  ingress_https_port = -1
}

# Silent: it offers what they speak.
resource "huaweicloud_apig_group_domain_associate" "secure" {
  group_id           = huaweicloud_apig_group.secure.id
  url_domain         = "secure.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_group_domain_associate" "default" {
  group_id   = huaweicloud_apig_group.secure.id
  url_domain = "default.example.com"
}

resource "huaweicloud_apig_group" "old" {
  name = "old"
}

resource "huaweicloud_apig_api" "old" {
  group_id         = huaweicloud_apig_group.old.id
  request_protocol = "HTTP"
}

resource "huaweicloud_apig_group_domain_associate" "old" { # want `resource "huaweicloud_apig_group_domain_associate" "old"` `huaweicloud_apig_group_domain_associate.old offers only HTTPS for old.example.com, but the APIs of huaweicloud_apig_group.old accept only HTTP` help `open the HTTP port of huaweicloud_apig_group_domain_associate.old, or set request_protocol = .BOTH. on the APIs of huaweicloud_apig_group.old`
  group_id           = huaweicloud_apig_group.old.id
  url_domain         = "old.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

# Silent: it offers both.
resource "huaweicloud_apig_group_domain_associate" "open" {
  group_id           = huaweicloud_apig_group.old.id
  url_domain         = "open.example.com"
  ingress_http_port  = 80
  ingress_https_port = 443
}

# Silent: one of the APIs speaks both.
resource "huaweicloud_apig_group" "mixed" {
  name = "mixed"
}

resource "huaweicloud_apig_api" "mixed" {
  for_each = toset(["HTTPS", "BOTH"])

  group_id         = huaweicloud_apig_group.mixed.id
  request_protocol = each.value
}

resource "huaweicloud_apig_group_domain_associate" "mixed" {
  group_id           = huaweicloud_apig_group.mixed.id
  url_domain         = "mixed.example.com"
  ingress_http_port  = 80
  ingress_https_port = -1
}

# Silent: nothing stands behind it yet.
resource "huaweicloud_apig_group" "empty" {
  name = "empty"
}

resource "huaweicloud_apig_group_domain_associate" "empty" {
  group_id           = huaweicloud_apig_group.empty.id
  url_domain         = "empty.example.com"
  ingress_http_port  = 80
  ingress_https_port = -1
}
