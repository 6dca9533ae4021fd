variable "anything" {}

locals {
  both = { alias = "urn:!a", version = "latest" }
}

resource "huaweicloud_apig_response" "denied" {
  for_each = toset(["a"])

  name = each.key

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
  }

  rule {
    error_type = "ACCESS_DENIED" # want `error_type` `^huaweicloud_apig_response.denied\["a"\] has two blocks with the same rule.error_type = "ACCESS_DENIED": of two rules with one error_type only one is sent$` help `^remove one of the two blocks, or change its rule.error_type$`
    body       = "still no"
  }
}

resource "huaweicloud_apig_channel" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  name = "orders"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = huaweicloud_apig_channel.shop.id
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.orders has web.backend_address and web.vpc_channel_id, of which only one is used: the two are alternatives; with both, vpc_channel_id is used and backend_address is dropped$` help `^remove web.backend_address$`
  }

  backend_params {
    type        = "REQUEST"
    name        = "size"
    location    = "QUERY"
    value       = "size"
    description = "how many" # want `description` `description of a REQUEST parameter is dropped`
  }
}

resource "huaweicloud_apig_api" "function" {
  name              = "function"
  sampling_strategy = "RATE" # want `sampling_strategy` `^huaweicloud_apig_api.function has no sampling_param, which is required with sampling_strategy = "RATE": both or neither; with only one of them tracing silently stays off$` help `^set sampling_param, or remove sampling_strategy$`

  func_graph {
    function_urn       = "urn"
    version            = local.both.version # want `version` `version has no effect when function_alias_urn is given`
    function_alias_urn = local.both.alias
  }
}

# The alias is a text, whatever the function is called.
resource "huaweicloud_apig_api" "alias" {
  name = "alias"

  func_graph {
    function_urn       = var.function
    version            = "latest" # want `version` `version has no effect when function_alias_urn is given`
    function_alias_urn = "${var.function}:!live"
  }
}

# It may be empty.
resource "huaweicloud_apig_api" "perhaps" {
  name = "perhaps"

  func_graph {
    function_urn       = var.function
    version            = "latest"
    function_alias_urn = "${var.function}${var.alias}"
  }
}

variable "function" {
  type = string
}

variable "alias" {
  type = string
}

# A domain of its own beside those in the group's block.
resource "huaweicloud_apig_group" "shop" {
  name = "shop"

  url_domains {
    name = "shop.example.com"
  }
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  group_id   = huaweicloud_apig_group.shop.id # want `group_id` `do not also set url_domains on the group`
  url_domain = "www.example.com"
}

# Silent: only one of them, or nobody knows.
resource "huaweicloud_apig_response" "silent" {
  name = "silent"

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
  }

  rule {
    error_type = "NOT_FOUND"
    body       = "no"
  }

  rule {
    error_type = var.anything
    body       = "no"
  }
}

resource "huaweicloud_apig_api" "silent" {
  name = "silent"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = var.anything
    backend_address  = "10.0.0.8"
  }

  backend_params {
    type        = "CONSTANT"
    name        = "size"
    location    = "QUERY"
    value       = "size"
    description = "how many"
  }
}
