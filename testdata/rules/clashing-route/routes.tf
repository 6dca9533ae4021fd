variable "other_group" {}
variable "path" {}
variable "keys" {}

locals {
  group = huaweicloud_apig_group.shop.id
  list  = "/orders"
}

resource "huaweicloud_apig_group" "shop" {}

resource "huaweicloud_apig_group" "admin" {}

resource "huaweicloud_apig_api" "a" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders"
}

# The same by way of locals, and with the match mode that is the default.
resource "huaweicloud_apig_api" "b" {
  group_id       = local.group
  request_method = "GET"
  request_path   = local.list # want `local.list` `huaweicloud_apig_api.b has the same method, path and match mode as huaweicloud_apig_api.a in the same group: the apply gets APIG.3301`
  matching       = "Exact"
}

resource "huaweicloud_apig_api" "order" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders/{id}"
}

# Not certainly refused, but no call can tell them apart.
resource "huaweicloud_apig_api" "order_too" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders/{number}" # want `"/orders/{number}"` `differs from huaweicloud_apig_api.order only in the names of path parameters`
}

# Silent: another group, which another host leads to.
resource "huaweicloud_apig_api" "other_group" {
  group_id       = huaweicloud_apig_group.admin.id
  request_method = "GET"
  request_path   = "/orders"
}

# Silent: another method.
resource "huaweicloud_apig_api" "other_method" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "POST"
  request_path   = "/orders"
}

# Silent: ANY stands back behind a specific method.
resource "huaweicloud_apig_api" "any" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "ANY"
  request_path   = "/orders"
}

# Silent: an exact match wins over a prefix.
resource "huaweicloud_apig_api" "prefix" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders"
  matching       = "Prefix"
}

# Silent: a slash at the end makes another path, and so does case.
resource "huaweicloud_apig_api" "slash" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders/"
}

resource "huaweicloud_apig_api" "case" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/Orders"
}

# Silent: the rest of a path is no single segment.
resource "huaweicloud_apig_api" "rest" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders/{id+}"
}

# Silent: nobody knows which group or path these have.
resource "huaweicloud_apig_api" "unknown_group" {
  group_id       = var.other_group
  request_method = "GET"
  request_path   = "/orders"
}

resource "huaweicloud_apig_api" "unknown_path" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = var.path
}

# Silent: there may be none of these, or one.
resource "huaweicloud_apig_api" "any_number" {
  for_each = var.keys

  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders"
}

# Two in groups that are not declared here, by a literal id.
resource "huaweicloud_apig_api" "literal_a" {
  group_id       = "0f8a6f1b3c9d4e5f"
  request_method = "GET"
  request_path   = "/orders"
}

resource "huaweicloud_apig_api" "literal_b" {
  group_id       = "0f8a6f1b3c9d4e5f"
  request_method = "GET"
  request_path   = "/orders" # want `"/orders"` `huaweicloud_apig_api.literal_b has the same method, path and match mode as huaweicloud_apig_api.literal_a in the same group`
}

# Silent: another group by its literal id.
resource "huaweicloud_apig_api" "literal_c" {
  group_id       = "1f8a6f1b3c9d4e5f"
  request_method = "GET"
  request_path   = "/orders"
}
