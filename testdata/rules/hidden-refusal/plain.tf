variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_response" "plain" {
  group_id = huaweicloud_apig_group.shop.id
  name     = "plain"

  rule {
    error_type  = "AUTH_FAILURE"
    status_code = 200 # want `200` `huaweicloud_apig_response.plain answers AUTH_FAILURE with status 200 and without the error code: callers mistake a refused call for a success` help `set status_code to an error status`
    body        = "{}"
  }

  # Silent: the body says what it is, by a variable or by itself.
  rule {
    error_type  = "THROTTLED"
    status_code = 200
    body        = jsonencode({ code = "$context.error.code" })
  }

  rule {
    error_type  = "ACCESS_DENIED"
    status_code = 200
    body        = jsonencode({ code = "APIG.0402" })
  }

  rule {
    error_type  = "AUTHORIZER_FAILURE"
    status_code = 200
    body        = "$context.authorizer.frontend.code"
  }

  # Silent: an error, the error's own status, and what is not known.
  rule {
    error_type  = "NOT_FOUND"
    status_code = 404
    body        = "{}"
  }

  rule {
    error_type = "UNAUTHORIZED"
    body       = "{}"
  }

  rule {
    error_type  = "DEFAULT_5XX"
    status_code = 200
    body        = var.unknown
  }

  rule {
    error_type  = "DEFAULT_4XX"
    status_code = var.unknown
    body        = "{}"
  }
}

resource "huaweicloud_apig_response" "each" {
  group_id = huaweicloud_apig_group.shop.id
  name     = "each"

  dynamic "rule" {
    for_each = { BACKEND_TIMEOUT = 204, BACKEND_UNAVAILABLE = 502 }

    content {
      error_type  = rule.key
      status_code = rule.value # want `rule.value` `huaweicloud_apig_response.each answers BACKEND_TIMEOUT with status 204`
      body        = "down"
    }
  }
}
