variable "unknown" {}

locals {
  function = { urn = "urn:fss:cn-north-4:0123456789abcdef:function:default:callers:latest", gateway = "gateway" }
}

# What is cached is kept by identity.
resource "huaweicloud_apig_custom_authorizer" "cached" {
  instance_id  = local.function.gateway
  name         = "callers"
  function_urn = local.function.urn
  cache_age    = 60 # want `60` `^huaweicloud_apig_custom_authorizer.cached has no identity, which is required with cache_age = 60 and without type: the apply fails$`
}

# Silent: an identity, perhaps one, no cache, and a backend's authorizer, which knows its only caller.
resource "huaweicloud_apig_custom_authorizer" "fine" {
  instance_id  = local.function.gateway
  name         = "callers"
  function_urn = local.function.urn
  type         = "FRONTEND"
  cache_age    = 60

  identity {
    name     = "X-Session"
    location = "HEADER"
  }
}

resource "huaweicloud_apig_custom_authorizer" "perhaps" {
  instance_id  = local.function.gateway
  name         = "callers"
  function_urn = local.function.urn
  cache_age    = 60

  dynamic "identity" {
    for_each = var.unknown
    content {
      name     = identity.value
      location = "HEADER"
    }
  }
}

resource "huaweicloud_apig_custom_authorizer" "uncached" {
  for_each = { none = null, off = 0, unknown = var.unknown }

  instance_id  = local.function.gateway
  name         = "callers"
  function_urn = local.function.urn
  cache_age    = each.value
}

resource "huaweicloud_apig_custom_authorizer" "backend" {
  instance_id  = local.function.gateway
  name         = "callers"
  function_urn = local.function.urn
  type         = "BACKEND"
  cache_age    = 60
}

# Silent: an alias says the version, and so does the function's own URN.
resource "huaweicloud_apig_custom_authorizer" "alias" {
  instance_id        = local.function.gateway
  name               = "callers"
  function_urn       = "urn:fss:cn-north-4:0123456789abcdef:function:default:callers"
  function_alias_uri = "urn:fss:cn-north-4:0123456789abcdef:function:default:callers:!live"
}
