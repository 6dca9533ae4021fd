variable "limit" {
  type = number
}

resource "huaweicloud_apig_plugin" "inverted" { # want `resource "huaweicloud_apig_plugin" "inverted"` `huaweicloud_apig_plugin.inverted allows an app 100 calls but a user only 50 in the same period: the apply fails` help `set app_limit to 50 or less, or user_limit to 100 or more`
  type    = "rate_limit"
  content = jsonencode({ default_interval = 1, api_limit = 200, user_limit = 50, app_limit = 100 })
}

# Silent: no limit is -1, or 0, or not set, and what is not known may be right.
resource "huaweicloud_apig_plugin" "fine" {
  for_each = {
    unlimited = { api_limit = -1, user_limit = 50, app_limit = 20 }
    unset     = { api_limit = 100, user_limit = 0, app_limit = 50, ip_limit = 100 }
    unknown   = { api_limit = 10, user_limit = var.limit }
  }

  type    = "rate_limit"
  content = jsonencode(each.value)
}

resource "huaweicloud_apig_plugin" "other" {
  type    = "cors"
  content = jsonencode({ api_limit = 10, user_limit = 50 })
}
