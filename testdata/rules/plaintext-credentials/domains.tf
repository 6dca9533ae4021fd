variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "open" {
  name = "open"
}

# Ports that are not set are 80 and 443.
resource "huaweicloud_apig_group_domain_associate" "open" {
  group_id   = huaweicloud_apig_group.open.id
  url_domain = "open.example.com"
}

resource "huaweicloud_apig_group" "redirected" {
  name = "redirected"

  url_domains {
    name                      = "redirected.example.com"
    is_http_redirect_to_https = true
  }
}

resource "huaweicloud_apig_group" "closed" {
  name = "closed"
}

resource "huaweicloud_apig_group_domain_associate" "closed" {
  group_id          = huaweicloud_apig_group.closed.id
  url_domain        = "closed.example.com"
  ingress_http_port = -1
}

resource "huaweicloud_apig_group" "unknown" {
  name = "unknown"
}

resource "huaweicloud_apig_group_domain_associate" "unknown" {
  group_id          = huaweicloud_apig_group.unknown.id
  url_domain        = "unknown.example.com"
  ingress_http_port = var.unknown
}

resource "huaweicloud_apig_group_domain_associate" "perhaps" {
  count      = var.unknown
  group_id   = huaweicloud_apig_group.unknown.id
  url_domain = "perhaps.example.com"
}

resource "huaweicloud_apig_group_domain_associate" "perhaps_redirected" {
  group_id                  = huaweicloud_apig_group.unknown.id
  url_domain                = "redirected.example.org"
  is_http_redirect_to_https = var.unknown
}

resource "huaweicloud_apig_api" "both" {
  group_id                = huaweicloud_apig_group.open.id
  security_authentication = "IAM"
  request_protocol        = "BOTH" # want `"BOTH"` `huaweicloud_apig_api.both accepts HTTP, and a domain name of its group offers it: credentials may be sent unencrypted`
}

# A redirect does not help an API that speaks no HTTPS.
resource "huaweicloud_apig_api" "http" {
  for_each                = { open = huaweicloud_apig_group.open.id, redirected = huaweicloud_apig_group.redirected.id }
  group_id                = each.value
  security_authentication = "AUTHORIZER"
  request_protocol        = "HTTP" # want `"HTTP"` `huaweicloud_apig_api.http\["open"\] accepts HTTP`
}

# Silent: the domain sends callers to HTTPS.
resource "huaweicloud_apig_api" "redirected" {
  group_id                = huaweicloud_apig_group.redirected.id
  security_authentication = "APP"
  request_protocol        = "BOTH"
}

# Silent: no domain offers HTTP.
resource "huaweicloud_apig_api" "closed" {
  group_id                = huaweicloud_apig_group.closed.id
  security_authentication = "APP"
  request_protocol        = "BOTH"
}

# Silent: nobody knows what the domains offer.
resource "huaweicloud_apig_api" "unknown" {
  group_id                = huaweicloud_apig_group.unknown.id
  security_authentication = "APP"
  request_protocol        = "BOTH"
}

# Silent: HTTPS alone.
resource "huaweicloud_apig_api" "https" {
  group_id                = huaweicloud_apig_group.open.id
  security_authentication = "APP"
  request_protocol        = "HTTPS"
}

# Silent: there are no credentials, which anonymous-api reports, or nobody knows.
resource "huaweicloud_apig_api" "anonymous" {
  for_each                = { none = "NONE", unknown = var.unknown }
  group_id                = huaweicloud_apig_group.open.id
  security_authentication = each.value
  request_protocol        = "BOTH"
}

# Silent: its AppCodes are not accepted at all, which appcode-over-http reports.
resource "huaweicloud_apig_api" "appcode" {
  group_id                = huaweicloud_apig_group.open.id
  security_authentication = "APP"
  simple_authentication   = true
  request_protocol        = "HTTP"
}

# Silent: it may be so here.
resource "huaweicloud_apig_api" "perhaps_appcode" {
  group_id                = huaweicloud_apig_group.open.id
  security_authentication = "APP"
  simple_authentication   = var.unknown
  request_protocol        = "HTTP"
}

# An AppCode goes over HTTPS where there is HTTPS, and has no effect without APP authentication.
resource "huaweicloud_apig_api" "appcode_both" {
  group_id                = huaweicloud_apig_group.open.id
  security_authentication = "APP"
  simple_authentication   = true
  request_protocol        = "BOTH" # want `"BOTH"` `huaweicloud_apig_api.appcode_both accepts HTTP`
}

resource "huaweicloud_apig_api" "appcode_iam" {
  group_id                = huaweicloud_apig_group.open.id
  security_authentication = "IAM"
  simple_authentication   = true
  request_protocol        = "HTTP" # want `"HTTP"` `huaweicloud_apig_api.appcode_iam accepts HTTP`
}
