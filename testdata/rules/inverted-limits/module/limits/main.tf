variable "whole" {
  type = number
}

variable "part" {
  type    = number
  default = 20
}

resource "huaweicloud_apig_throttling_policy" "this" { # want `resource "huaweicloud_apig_throttling_policy" "this"` `module.partners.huaweicloud_apig_throttling_policy.this allows a user 20 calls but all callers together only 10`
  max_api_requests  = var.whole
  max_user_requests = var.part
}
