variable "foreign_gateway_id" {
  type = string
}

variable "unknown" {
  type = number
}

locals {
  rate = 201
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_throttling_policy" "second" { # want `resource "huaweicloud_apig_throttling_policy" "second"` `huaweicloud_apig_throttling_policy.second allows 201 calls per second, but huaweicloud_apig_instance.main allows an API only 200: the apply fails`
  instance_id      = huaweicloud_apig_instance.main.id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = local.rate
}

resource "huaweicloud_apig_throttling_policy" "minute" { # want `resource "huaweicloud_apig_throttling_policy" "minute"` `huaweicloud_apig_throttling_policy.minute allows 12001 calls in 60 seconds, but huaweicloud_apig_instance.main allows an API only 200 per second: the limit is never reached`
  instance_id      = huaweicloud_apig_instance.main.id
  period           = 1
  max_api_requests = 12001
}

# Silent: what the gateway allows, and no more.
resource "huaweicloud_apig_throttling_policy" "fine" {
  for_each = { SECOND = 200, MINUTE = 12000, HOUR = 720000, DAY = 17280000 }

  instance_id      = huaweicloud_apig_instance.main.id
  period           = 1
  period_unit      = each.key
  max_api_requests = each.value
}

# Silent: the rate of a gateway that is declared elsewhere may be any.
resource "huaweicloud_apig_throttling_policy" "foreign" {
  instance_id      = var.foreign_gateway_id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 500
}

# Silent: the limit or the period is not known, or makes no sense.
resource "huaweicloud_apig_throttling_policy" "unknown_limit" {
  instance_id      = huaweicloud_apig_instance.main.id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = var.unknown
}

resource "huaweicloud_apig_throttling_policy" "unknown_period" {
  instance_id      = huaweicloud_apig_instance.main.id
  period           = var.unknown
  period_unit      = "SECOND"
  max_api_requests = 500
}

resource "huaweicloud_apig_throttling_policy" "nonsense" {
  for_each = { WEEK = 1, SECOND = 0 }

  instance_id      = huaweicloud_apig_instance.main.id
  period           = each.value
  period_unit      = each.key
  max_api_requests = 500
}
