variable "rate" {
  type = number
}

resource "huaweicloud_apig_instance" "low" {
  name = "low"
}

resource "huaweicloud_apig_instance_feature" "low" {
  instance_id = huaweicloud_apig_instance.low.id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = 100 })
}

resource "huaweicloud_apig_throttling_policy" "low" { # want `resource "huaweicloud_apig_throttling_policy" "low"` `huaweicloud_apig_throttling_policy.low allows 150 calls per second, but huaweicloud_apig_instance.low allows an API only 100`
  instance_id      = huaweicloud_apig_instance.low.id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 150
}

resource "huaweicloud_apig_instance" "high" {
  name = "high"
}

resource "huaweicloud_apig_instance_feature" "high" {
  instance_id = huaweicloud_apig_instance.high.id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = 6000 })
}

# Silent: the gateway's rate was raised.
resource "huaweicloud_apig_throttling_policy" "high" {
  instance_id      = huaweicloud_apig_instance.high.id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 6000
}

resource "huaweicloud_apig_instance" "unsure" {
  for_each = toset(["unknown", "off", "broken", "twice"])

  name = each.key
}

# Silent: the gateway's rate is not known, its feature is off or cannot be read, or two say different things.
resource "huaweicloud_apig_throttling_policy" "unsure" {
  for_each = huaweicloud_apig_instance.unsure

  instance_id      = each.value.id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 900
}

resource "huaweicloud_apig_instance_feature" "unknown" {
  instance_id = huaweicloud_apig_instance.unsure["unknown"].id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = var.rate })
}

resource "huaweicloud_apig_instance_feature" "off" {
  instance_id = huaweicloud_apig_instance.unsure["off"].id
  name        = "ratelimit"
  config      = jsonencode({ api_limits = 6000 })
}

resource "huaweicloud_apig_instance_feature" "broken" {
  instance_id = huaweicloud_apig_instance.unsure["broken"].id
  name        = "ratelimit"
  enabled     = true
  config      = "6000"
}

resource "huaweicloud_apig_instance_feature" "twice" {
  for_each = toset(["100", "6000"])

  instance_id = huaweicloud_apig_instance.unsure["twice"].id
  name        = "ratelimit"
  enabled     = true
  config      = "{\"api_limits\": ${each.key}}"
}
