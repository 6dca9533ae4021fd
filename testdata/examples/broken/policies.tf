# Who is let in, and how often?

# Nobody counts with this policy: no association binds it to an API.
resource "huaweicloud_apig_throttling_policy" "weekend" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "weekend"
  period           = 1
  max_api_requests = 600
}

# 300 is no part of an address: the apply fails, and the office stays outside.
resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "203.0.113.0/24,198.51.100.300"
}

resource "huaweicloud_apig_acl_policy_associate" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.office.id
  publish_ids = [huaweicloud_apig_api_publishment.policed["office"].publish_id]
}

# Every address is denied: all calls get APIG.0402.
resource "huaweicloud_apig_acl_policy" "everyone" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "everyone"
  type        = "DENY"
  entity_type = "IP"
  value       = "0.0.0.0/0"
}

resource "huaweicloud_apig_acl_policy_associate" "everyone" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.everyone.id
  publish_ids = [huaweicloud_apig_api_publishment.policed["blocked"].publish_id]
}

# This and the standard policy are bound to the same API in the same environment: only one of the two can count.
resource "huaweicloud_apig_throttling_policy" "surge" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "surge"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 150
}

resource "huaweicloud_apig_throttling_policy_associate" "surge" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.surge.id
  publish_ids = [huaweicloud_apig_api_publishment.policed["surge"].publish_id]
}

# One application may call more often than the user it belongs to: the service refuses the policy.
resource "huaweicloud_apig_throttling_policy" "receipts" {
  instance_id       = huaweicloud_apig_instance.main.id
  name              = "receipts"
  period            = 1
  period_unit       = "MINUTE"
  max_api_requests  = 1000
  max_user_requests = 100
  max_app_requests  = 500
}

resource "huaweicloud_apig_throttling_policy_associate" "receipts" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.receipts.id
  publish_ids = [huaweicloud_apig_api_publishment.receipts.publish_id]
}

# The gateway allows 200 calls a second as long as its feature ratelimit says nothing else: callers who trust in 500 get
# APIG.0308.
resource "huaweicloud_apig_throttling_policy" "fast" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "fast"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 500
}

resource "huaweicloud_apig_throttling_policy_associate" "fast" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.fast.id
  publish_ids = [huaweicloud_apig_api_publishment.policed["fast"].publish_id]
}

# The one API that the standard policy forgot: the gateway's default holds, 200 calls a second.
resource "huaweicloud_apig_api" "reports" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "reports"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/reports"
  security_authentication = "IAM"

  web {
    backend_address  = local.backend
    path             = "/reports"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

resource "huaweicloud_apig_api_publishment" "reports" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.reports.id
  env_id      = local.release
  description = filesha1("${path.module}/policies.tf")
}

# What follows is well: the APIs that the policies above are bound to.

locals {
  policed = toset(["office", "blocked", "surge", "fast"])
}

resource "huaweicloud_apig_api" "policed" {
  for_each = local.policed

  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = each.key
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/${each.key}"
  security_authentication = "IAM"

  web {
    backend_address  = local.backend
    path             = "/${each.key}"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

resource "huaweicloud_apig_api_publishment" "policed" {
  for_each = local.policed

  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.policed[each.key].id
  env_id      = local.release
  description = filesha1("${path.module}/policies.tf")
}
