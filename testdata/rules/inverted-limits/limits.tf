variable "unknown" {
  type = number
}

variable "hidden" {
  type      = number
  default   = 60
  sensitive = true
}

variable "user" {
  type    = number
  default = 60
}

resource "huaweicloud_apig_throttling_policy" "user" { # want `resource "huaweicloud_apig_throttling_policy" "user"` `huaweicloud_apig_throttling_policy.user allows a user 60 calls but all callers together only 50 in the same period: the apply fails`
  max_api_requests  = 50
  max_user_requests = var.user
}

resource "huaweicloud_apig_throttling_policy" "app" { # want `resource "huaweicloud_apig_throttling_policy" "app"` `allows an app 30 calls but a user only 20`
  max_api_requests  = 50
  max_user_requests = 20
  max_app_requests  = 30
}

resource "huaweicloud_apig_throttling_policy" "app_alone" { # want `resource "huaweicloud_apig_throttling_policy" "app_alone"` `allows an app 60 calls but all callers together only 50`
  max_api_requests = 50
  max_app_requests = 60
}

resource "huaweicloud_apig_throttling_policy" "address" { # want `resource "huaweicloud_apig_throttling_policy" "address"` `allows an IP address 60 calls but all callers together only 50`
  max_api_requests = 50
  max_ip_requests  = "60"
}

resource "huaweicloud_apig_throttling_policy" "each" { # want `resource "huaweicloud_apig_throttling_policy" "each"` `huaweicloud_apig_throttling_policy.each\["many"\] allows an IP address 70 calls`
  for_each = { few = 40, many = 70 }

  max_api_requests = 50
  max_ip_requests  = each.value
}

# Silent: equal limits, and an address may have more than a user.
resource "huaweicloud_apig_throttling_policy" "equal" {
  max_api_requests  = 50
  max_user_requests = 50
  max_app_requests  = 50
  max_ip_requests   = 50
}

resource "huaweicloud_apig_throttling_policy" "address_above_user" {
  max_api_requests  = 50
  max_user_requests = 20
  max_ip_requests   = 40
}

# Silent: 0 is no limit.
resource "huaweicloud_apig_throttling_policy" "zero" {
  max_api_requests  = 50
  max_user_requests = 0
  max_app_requests  = 40
}

# Silent: one of the two is not known, or must not be shown.
resource "huaweicloud_apig_throttling_policy" "unknown" {
  max_api_requests  = var.unknown
  max_user_requests = 60
}

resource "huaweicloud_apig_throttling_policy" "hidden" {
  max_api_requests  = 50
  max_user_requests = var.hidden
}
