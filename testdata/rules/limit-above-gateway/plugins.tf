variable "limit" {
  type = number
}

locals {
  slow = { scope = "basic", default_time_unit = "second", default_interval = 1, api_limit = 300 }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_plugin" "second" { # want `resource "huaweicloud_apig_plugin" "second"` `huaweicloud_apig_plugin.second allows 300 calls per second, but huaweicloud_apig_instance.main allows an API only 200: the apply fails` help `set api_limit of huaweicloud_apig_plugin.second to 200 or less`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "second"
  type        = "rate_limit"
  content     = jsonencode(local.slow)
}

resource "huaweicloud_apig_plugin" "minute" { # want `resource "huaweicloud_apig_plugin" "minute"` `huaweicloud_apig_plugin.minute allows 20000 calls in 60 seconds`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "minute"
  type        = "rate_limit"
  content     = <<-EOT
    {"scope": "basic", "default_time_unit": "minute", "default_interval": 1, "api_limit": 20000}
  EOT
}

# Silent: what the gateway allows, no limit, and what is not known.
resource "huaweicloud_apig_plugin" "fine" {
  for_each = {
    fine      = { default_time_unit = "minute", default_interval = 1, api_limit = 12000 }
    unlimited = { default_time_unit = "second", default_interval = 1, api_limit = -1 }
    unknown   = { default_time_unit = "second", default_interval = 1, api_limit = var.limit }
    no_period = { default_time_unit = "second", api_limit = 5000 }
  }

  instance_id = huaweicloud_apig_instance.main.id
  name        = each.key
  type        = "rate_limit"
  content     = jsonencode(each.value)
}

# Silent: others may change the content, or it is no limit.
resource "huaweicloud_apig_plugin" "left" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "left"
  type        = "rate_limit"
  content     = jsonencode(local.slow)

  lifecycle {
    ignore_changes = [content]
  }
}

resource "huaweicloud_apig_plugin" "other" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "other"
  type        = "cors"
  content     = jsonencode(local.slow)
}
