# Silent: the feature may be the gateway's.

variable "gateway_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance_feature" "rate" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = 6000 })
}

resource "huaweicloud_apig_throttling_policy" "second" {
  instance_id      = huaweicloud_apig_instance.main.id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 500
}
