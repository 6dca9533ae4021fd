variable "gateway_id" {
  type = string
}

variable "limit" {
  type = number
}

variable "token_key" {
  type      = string
  sensitive = true
}

locals {
  timeout = { max_timeout = 700000 }
}

resource "huaweicloud_apig_instance_feature" "range" {
  instance_id = var.gateway_id
  name        = "backend_timeout"
  enabled     = true
  config      = jsonencode({ max_timeout = 700000 }) # want `700000` `huaweicloud_apig_instance_feature.range has invalid config for the feature backend_timeout: max_timeout is 700000, not a number from 1 to 600000: the apply fails` help `set max_timeout to a number from 1 to 600000`
}

resource "huaweicloud_apig_instance_feature" "local" {
  instance_id = var.gateway_id
  name        = "backend_timeout"
  enabled     = true
  config      = jsonencode(local.timeout) # want `jsonencode(local.timeout)` `max_timeout is 700000, not a number from 1 to 600000`
}

resource "huaweicloud_apig_instance_feature" "fraction" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = "{\"api_limits\": 0.5}" # want `"{\"api_limits\": 0.5}"` `api_limits is 0.5, not a number from 1 to 1000000`
}

resource "huaweicloud_apig_instance_feature" "key" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limit = 500 }) # want `api_limit` `there is no key api_limit \(did you mean api_limits\?\): the apply may fail, or the gateway ignores it` help `rename api_limit to api_limits`
}

resource "huaweicloud_apig_instance_feature" "nothing" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ limits = { api = 500 } }) # want `limits` `there is no key limits and api_limits is missing` help `remove limits and add api_limits`
}

# Documented with a number, and taken as one by a reader that is not strict.
resource "huaweicloud_apig_instance_feature" "text" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = "500" }) # want `"500"` `api_limits is a string, not a number from 1 to 1000000: the apply may fail`
}

resource "huaweicloud_apig_instance_feature" "no_json" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = "api_limits=500" # want `"api_limits=500"` `it is invalid JSON, not an object: the apply fails`
}

resource "huaweicloud_apig_instance_feature" "switch" {
  instance_id = var.gateway_id
  name        = "app_route"
  enabled     = true
  config      = jsonencode({ enable = "on" }) # want `jsonencode({ enable = "on" })` `it is an object, not "on" or "off"` help `write "on" or "off" in`
}

resource "huaweicloud_apig_instance_feature" "quoted" {
  instance_id = var.gateway_id
  name        = "app_basic"
  enabled     = true
  config      = "true" # want `"true"` `it is a bool, not "on" or "off": the apply may fail`
}

resource "huaweicloud_apig_instance_feature" "ciphers" {
  instance_id = var.gateway_id
  name        = "ssl_ciphers"
  enabled     = true
  config      = jsonencode({ ssl_ciphers = ["ECDHE-RSA-AES256-GCM-SHA384", "AES128-SHA"] }) # want `"AES128-SHA"` `ssl_ciphers\[1\] is "AES128-SHA", not "ECDHE-ECDSA-AES256-GCM-SHA384", `
}

resource "huaweicloud_apig_instance_feature" "no_ciphers" {
  instance_id = var.gateway_id
  name        = "ssl_ciphers"
  enabled     = true
  config      = jsonencode({ ssl_ciphers = [] }) # want `[]` `ssl_ciphers is empty: the apply fails` help `fill ssl_ciphers`
}

resource "huaweicloud_apig_instance_feature" "logs" {
  instance_id = var.gateway_id
  name        = "custom_log"
  enabled     = true
  config      = jsonencode({ custom_logs = [for i in range(11) : { location = "header", name = "h${i}" }] }) # want `[for i in range(11) : { location = "header", name = "h${i}" }]` `custom_logs is longer than 10 elements`
}

resource "huaweicloud_apig_instance_feature" "body" {
  instance_id = var.gateway_id
  name        = "request_body_size"
  enabled     = true
  config      = "100" # want `"100"` `it is 100, not a number from 1048576 to 9999220736: the apply may fail`
}

# Silent: the examples of the documentation.
resource "huaweicloud_apig_instance_feature" "fine" {
  for_each = {
    ratelimit                    = jsonencode({ api_limits = 500 })
    request_body_size            = "104857600"
    backend_timeout              = jsonencode({ max_timeout = 500 })
    app_token                    = jsonencode({ enable = "on", app_token_expire_time = 3600, app_token_uri = "/v1/apigw/oauth2/token", refresh_token_expire_time = 7200 })
    app_api_key                  = "on"
    app_route                    = "off"
    app_jwt                      = jsonencode({ enable = "on", auth_header = "Authorization" })
    public_key                   = jsonencode({ enable = "on", public_key_uri_prefix = "/apigw/authadv/v2/public-key/" })
    backend_token_allow          = jsonencode({ backend_token_allow_users = ["user_name"] })
    backend_client_certificate   = jsonencode({ enable = "on", ca = "", content = "", key = "" })
    ssl_ciphers                  = jsonencode({ ssl_ciphers = ["ECDHE-ECDSA-AES256-GCM-SHA384"] })
    real_ip_from_xff             = jsonencode({ enable = "on", xff_index = -1 })
    default_group_host_trustlist = jsonencode({ enable = "on", hosts = ["123.2.2.2", "202.2.2.2"] })
    throttle_strategy            = jsonencode({ enable = "on", strategy = "local" })
    custom_log                   = jsonencode({ custom_logs = [{ location = "header", name = "a1234" }] })
    real_ip_header_getter        = jsonencode({ enable = "on", header_getter = "header:testIP" })
    lts                          = jsonencode({ group_id = "", topic_id = "", log_group = "", log_stream = "" })
    gzip                         = jsonencode({ comp_level = 6 })
    ai_api_key_enabled           = "{}"
    sse_strategy                 = jsonencode({ whatever = true })
  }

  instance_id = var.gateway_id
  name        = each.key
  enabled     = true
  config      = each.value
}

# Silent: a feature that is off, and one that others configure.
resource "huaweicloud_apig_instance_feature" "off" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = "off"
}

resource "huaweicloud_apig_instance_feature" "left" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limit = 500 })

  lifecycle {
    ignore_changes = [config]
  }
}

# Silent: what is not known may be right, and so may a secret.
resource "huaweicloud_apig_instance_feature" "unknown" {
  instance_id = var.gateway_id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = var.limit })
}

resource "huaweicloud_apig_instance_feature" "secret" {
  instance_id = var.gateway_id
  name        = "app_token"
  enabled     = true
  config      = jsonencode({ enable = "on", app_token_key = var.token_key })
}
