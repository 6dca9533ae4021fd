variable "unknown" {
  type = string
}

variable "note" {
  type    = string
  default = "by Terraform"
}

locals {
  path  = "/orders"
  owner = "shop team"
  notes = { orders = local.owner }
}

resource "huaweicloud_apig_api" "orders" {
  name         = "orders"
  request_path = local.path
}

resource "huaweicloud_apig_api_publishment" "none" { # want `resource "huaweicloud_apig_api_publishment" "none"` `none is not updated when huaweicloud_apig_api.orders changes, because it has no description that depends on it: callers keep getting the old version`
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "empty" { # want `resource "huaweicloud_apig_api_publishment" "empty"` `empty is not updated when .*, because it has no description`
  api_id      = huaweicloud_apig_api.orders.id
  description = ""
}

resource "huaweicloud_apig_api_publishment" "literal" { # want `resource "huaweicloud_apig_api_publishment" "literal"` `.*literal is not updated when huaweicloud_apig_api.orders`
  api_id      = huaweicloud_apig_api.orders.id
  description = "first version"
}

resource "huaweicloud_apig_api_publishment" "local" { # want `resource "huaweicloud_apig_api_publishment" "local"` `is not updated when`
  api_id      = huaweicloud_apig_api.orders.id
  description = "published by ${local.notes.orders}"
}

resource "huaweicloud_apig_api_publishment" "variable" { # want `resource "huaweicloud_apig_api_publishment" "variable"` `is not updated when`
  api_id      = huaweicloud_apig_api.orders.id
  description = var.note
}

# Silent: the digest of the API.
resource "huaweicloud_apig_api_publishment" "digest" {
  api_id      = huaweicloud_apig_api.orders.id
  description = sha1(jsonencode([huaweicloud_apig_api.orders.request_method, huaweicloud_apig_api.orders.request_path]))
}

# Silent: it depends on an argument of the API.
resource "huaweicloud_apig_api_publishment" "argument" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "answers at ${huaweicloud_apig_api.orders.request_path}"
}

# Silent: the API is made from the same local.
resource "huaweicloud_apig_api_publishment" "same_local" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "answers at ${local.path}"
}

# Silent: it is not known.
resource "huaweicloud_apig_api_publishment" "unknown" {
  api_id      = huaweicloud_apig_api.orders.id
  description = var.unknown
}

# Silent: it is another one with every apply, or when a file changes.
resource "huaweicloud_apig_api_publishment" "time" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "published at ${timestamp()}"
}

resource "huaweicloud_apig_api_publishment" "file" {
  api_id      = huaweicloud_apig_api.orders.id
  description = filesha1("descriptions.tf")
}

# Silent: a generator has written it.
resource "huaweicloud_apig_api_publishment" "generated" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "commit 3f97ce4"
}

# Silent: it stays at a version on purpose, which is for frozen-version to report.
resource "huaweicloud_apig_api_publishment" "frozen" {
  api_id     = huaweicloud_apig_api.orders.id
  version_id = "a-version"
}

# Silent: nobody knows which API it publishes.
resource "huaweicloud_apig_api" "items" {
  name = "items"
}
