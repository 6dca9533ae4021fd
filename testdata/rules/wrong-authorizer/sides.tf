variable "unknown" {
  type = string
}

resource "huaweicloud_apig_custom_authorizer" "front" {
  type = "FRONTEND"
}

resource "huaweicloud_apig_custom_authorizer" "unset" {
  name = "unset"
}

resource "huaweicloud_apig_custom_authorizer" "back" {
  type = "BACKEND"
}

resource "huaweicloud_apig_custom_authorizer" "unknown" {
  type = var.unknown
}

resource "huaweicloud_apig_api" "swapped" {
  authorizer_id = huaweicloud_apig_custom_authorizer.back.id # want `huaweicloud_apig_custom_authorizer.back.id` `swapped uses huaweicloud_apig_custom_authorizer.back for its callers, but its type is BACKEND, not FRONTEND: the apply fails`

  web {
    authorizer_id = huaweicloud_apig_custom_authorizer.front.id # want `huaweicloud_apig_custom_authorizer.front.id` `swapped uses huaweicloud_apig_custom_authorizer.front for its backend, but its type is FRONTEND, not BACKEND`
  }

  web_policy {
    authorizer_id = huaweicloud_apig_custom_authorizer.unset.id # want `huaweicloud_apig_custom_authorizer.unset.id` `but its type is FRONTEND, not BACKEND`
  }
}

resource "huaweicloud_apig_api" "function" {
  func_graph {
    authorizer_id = huaweicloud_apig_custom_authorizer.unset.id # want `huaweicloud_apig_custom_authorizer.unset.id` `for its backend`
  }
}

resource "huaweicloud_apig_api" "mock" {
  mock {
    authorizer_id = huaweicloud_apig_custom_authorizer.front.id # want `huaweicloud_apig_custom_authorizer.front.id` `for its backend`
  }
}

# Silent: each on its side.
resource "huaweicloud_apig_api" "right" {
  authorizer_id = huaweicloud_apig_custom_authorizer.unset.id

  web {
    authorizer_id = huaweicloud_apig_custom_authorizer.back.id
  }
}

# Silent: nobody knows the type, or the authorizer.
resource "huaweicloud_apig_api" "unknown" {
  authorizer_id = huaweicloud_apig_custom_authorizer.unknown.id

  web {
    authorizer_id = var.unknown
  }
}
