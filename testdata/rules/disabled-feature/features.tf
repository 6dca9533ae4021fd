variable "unknown" {
  type = string
}

variable "on" {
  type    = bool
  default = false
}

locals {
  on = { app_basic = "on", ratelimit = jsonencode({ api_limits = 500 }) }

  # Off by their own config, without one, or perhaps.
  off = {
    app_jwt     = jsonencode({ enable = "off" })
    gzip        = jsonencode({ enable = false })
    app_secret  = "off"
    route       = ""
    lts         = null
    public_key  = "{}"
    app_api_key = var.unknown
  }
}

resource "huaweicloud_apig_instance_feature" "timeout" { # want `resource "huaweicloud_apig_instance_feature" "timeout"` `huaweicloud_apig_instance_feature.timeout has a config but no enabled = true: the feature is switched off and the config has no effect`
  name   = "backend_timeout"
  config = jsonencode({ max_timeout = 90000 })
}

resource "huaweicloud_apig_instance_feature" "on_their_own" { # want `resource "huaweicloud_apig_instance_feature" "on_their_own"` `huaweicloud_apig_instance_feature.on_their_own\["app_basic"\] has a config`
  for_each = local.on

  name   = each.key
  config = each.value
}

resource "huaweicloud_apig_instance_feature" "off_on_their_own" {
  for_each = local.off

  name   = each.key
  config = each.value
}

resource "huaweicloud_apig_instance_feature" "switched_off" {
  name    = "ratelimit"
  enabled = var.on # want `var.on` `huaweicloud_apig_instance_feature.switched_off is switched off: its config has no effect`
  config  = jsonencode({ api_limits = 500 })
}

# Silent: it is on.
resource "huaweicloud_apig_instance_feature" "on" {
  name    = "ratelimit"
  enabled = true
  config  = jsonencode({ api_limits = 500 })
}

# Silent: nobody knows.
resource "huaweicloud_apig_instance_feature" "perhaps" {
  name    = "ratelimit"
  enabled = var.unknown
  config  = jsonencode({ api_limits = 500 })
}

# Silent: others switch it.
resource "huaweicloud_apig_instance_feature" "left_to_others" {
  name   = "ratelimit"
  config = jsonencode({ api_limits = 500 })

  lifecycle {
    ignore_changes = [enabled]
  }
}

# Silent: switched off, and nothing else said.
resource "huaweicloud_apig_instance_feature" "off" {
  name    = "ratelimit"
  enabled = false
}
