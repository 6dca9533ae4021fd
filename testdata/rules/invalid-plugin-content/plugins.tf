variable "gateway_id" {
  type = string
}

variable "type" {
  type = string
}

variable "origin" {
  type = string
}

locals {
  cors = jsonencode({ allow_origin = "*", allow_method = "GET" })
  rate = <<-EOT
    {
      "scope": "all",
      "api_limit": 100,
      "rules": [{"rule_name": "a", "match_regex": "[]", "limit": 1, "interval": 1, "time_unit": "week"}]
    }
  EOT
}

resource "huaweicloud_apig_plugin" "misspelt" {
  instance_id = var.gateway_id
  name        = "misspelt"
  type        = "cors"
  content = jsonencode({
    allow_orgin   = "https://www.example.com" # want `allow_orgin` `huaweicloud_apig_plugin.misspelt has invalid content for a plugin of type cors: there is no key allow_orgin \(did you mean allow_origin\?\): the apply fails` help `rename allow_orgin to allow_origin in huaweicloud_apig_plugin.misspelt`
    allow_methods = "GET,POST"
  })
}

resource "huaweicloud_apig_plugin" "local" {
  instance_id = var.gateway_id
  name        = "local"
  type        = "cors"
  content     = local.cors # want `local.cors` `there is no key allow_method \(did you mean allow_methods\?\): the apply may fail, or the gateway ignores it`
}

resource "huaweicloud_apig_plugin" "missing" {
  instance_id = var.gateway_id
  name        = "missing"
  type        = "kafka_log"
  content     = jsonencode({ broker_list = ["10.0.0.1:9092"], retry_backoff = 0 }) # want `0` `retry_backoff is 0, not a number from 1 to 10 and topic is missing` help `set retry_backoff to a number from 1 to 10 and add topic`
}

resource "huaweicloud_apig_plugin" "heredoc" {
  instance_id = var.gateway_id
  name        = "heredoc"
  type        = "rate_limit"
  content     = local.rate # want `local.rate` `huaweicloud_apig_plugin.heredoc has invalid content for a plugin of type rate_limit: rules\[0\].time_unit is "week", not "second", "minute", "hour" or "day" and scope is "all", not "basic" or "share": the apply fails`
}

resource "huaweicloud_apig_plugin" "kinds" {
  instance_id = var.gateway_id
  name        = "kinds"
  type        = "third_auth"
  content = jsonencode({
    auth_request = { method = "GET", protocol = "HTTPS", path = "/check", vpc_channel_enabled = true, timeout = "5000" }
    identities   = [] # want `[]` `identities is a list, not an object and auth_request.timeout is a string, not a number from 1 to 60000: the apply fails`
  })
}

resource "huaweicloud_apig_plugin" "headers" {
  instance_id = var.gateway_id
  name        = "headers"
  type        = "set_resp_headers"
  content = jsonencode({
    response_headers = [
      { name = "a", value = "b", action = "Override" },
      { name = "c", value = "d", action = "replace" }, # want `"replace"` `response_headers\[1\].action is "replace", not "append", "override", "delete", "skip" or "add"`
    ]
  })
}

resource "huaweicloud_apig_plugin" "own_header" {
  instance_id = var.gateway_id
  name        = "own_header"
  type        = "set_resp_headers"
  content     = jsonencode({ response_headers = [{ name = "X-Apig-Latency", value = "", action = "delete" }] }) # want `"X-Apig-Latency"` `response_headers\[0\].name is "X-Apig-Latency", which the gateway reserves: the apply may fail` help `remove response_headers\[0\].name`
}

# What else is written asks for more.
resource "huaweicloud_apig_plugin" "given" {
  instance_id = var.gateway_id
  name        = "given"
  type        = "third_auth"
  content = jsonencode({
    auth_request = { method = "GET", protocol = "HTTPS", path = "/", vpc_channel_enabled = false, url_domain = "" } # want `{ method = "GET", protocol = "HTTPS", path = "/", vpc_channel_enabled = false, url_domain = "" }` `auth_request.url_domain is missing and rule_type is missing: the apply fails` help `add auth_request.url_domain and add rule_type`
    rule_enabled = true
  })
}

resource "huaweicloud_apig_plugin" "mirror" {
  instance_id = var.gateway_id
  name        = "mirror"
  type        = "proxy_mirror"
  content     = jsonencode({ protocol = "HTTPS", host = "10.0.0.1", sample_ratio = 10 }) # want `10` `sample_ratio is 10, not a number from 0.00001 to 1`
}

# An example of the reference allows two days, and its table one.
resource "huaweicloud_apig_plugin" "age" {
  instance_id = var.gateway_id
  name        = "age"
  type        = "cors"
  content     = jsonencode({ allow_origin = "*", max_age = 172800 }) # want `172800` `max_age is 172800, not a number from 0 to 86400: the apply may fail`
}

# Silent: what is not known may be right.
resource "huaweicloud_apig_plugin" "origin" {
  instance_id = var.gateway_id
  name        = "origin"
  type        = "cors"
  content     = jsonencode({ allow_origin = var.origin })
}

resource "huaweicloud_apig_plugin" "type" {
  instance_id = var.gateway_id
  name        = "type"
  type        = var.type
  content     = jsonencode({ anything = true })
}

resource "huaweicloud_apig_plugin" "merged" {
  instance_id = var.gateway_id
  name        = "merged"
  type        = "cors"
  content     = jsonencode(merge(jsondecode(var.origin), { allow_methods = "GET" }))
}

# Silent: null is as good as not written, and the console writes keys of its own beside parameters.
resource "huaweicloud_apig_plugin" "breaker" {
  instance_id = var.gateway_id
  name        = "breaker"
  type        = "breaker"
  content = jsonencode({
    breaker_condition    = { breaker_type = "timeout", breaker_mode = "counter", unhealthy_threshold = 30, time_window = 15, open_breaker_time = 15 }
    downgrade_default    = null
    downgrade_parameters = [{ name = "reqPath", type = "path", value = "path", disabled = true, focused = true, id = "92002eqbpilg6g" }]
    downgrade_rules      = null
    scope                = "share"
  })
}

# Silent: the content is left to others, is no JSON, which is another rule's, or of a type that nothing is known of.
resource "huaweicloud_apig_plugin" "left" {
  instance_id = var.gateway_id
  name        = "left"
  type        = "cors"
  content     = local.cors

  lifecycle {
    ignore_changes = [content]
  }
}

resource "huaweicloud_apig_plugin" "no_json" {
  instance_id = var.gateway_id
  name        = "no_json"
  type        = "cors"
  content     = "INVALID_CONTENT"
}

resource "huaweicloud_apig_plugin" "unknown_type" {
  instance_id = var.gateway_id
  name        = "unknown_type"
  type        = "something_new"
  content     = local.cors
}

# A type that the API reference has and the provider's documentation has not.
resource "huaweicloud_apig_plugin" "token" {
  instance_id = var.gateway_id
  name        = "token"
  type        = "jwt_auth"
  content     = jsonencode({ jwks = "{}", token_locaton = "header" }) # want `token_locaton` `there is no key token_locaton \(did you mean token_location\?\)`
}
