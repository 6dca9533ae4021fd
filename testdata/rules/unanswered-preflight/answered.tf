resource "huaweicloud_apig_instance" "main" {}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_group" "admin" {
  instance_id = huaweicloud_apig_instance.main.id
}

# Answers for /orders and all below it.
resource "huaweicloud_apig_api" "preflight" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "OPTIONS"
  request_path   = "/orders"
  matching       = "Prefix"
  cors           = true
}

# Silent: answered.
resource "huaweicloud_apig_api" "order" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "DELETE"
  request_path   = "/orders/{id}"
  cors           = true
}

# The prefix ends within a segment.
resource "huaweicloud_apig_api" "sheet" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "DELETE"
  request_path   = "/ordersheet"
  cors           = true # want `true` `has CORS and the method DELETE`
}

# Another group has another host.
resource "huaweicloud_apig_api" "admin" {
  group_id       = huaweicloud_apig_group.admin.id
  request_method = "DELETE"
  request_path   = "/orders"
  cors           = true # want `true` `has CORS and the method DELETE`
}

resource "huaweicloud_apig_group" "everything" {
  instance_id = huaweicloud_apig_instance.main.id
}

# Silent: the documentation has "/" answer for all.
resource "huaweicloud_apig_api" "root" {
  group_id       = huaweicloud_apig_group.everything.id
  request_method = "OPTIONS"
  request_path   = "/"
}

resource "huaweicloud_apig_api" "under_root" {
  group_id       = huaweicloud_apig_group.everything.id
  request_method = "PATCH"
  request_path   = "/orders"
  cors           = true
}

resource "huaweicloud_apig_group" "exact" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "exact" {
  group_id       = huaweicloud_apig_group.exact.id
  request_method = "OPTIONS"
  request_path   = "/orders"
}

# An exact match takes nothing below its path.
resource "huaweicloud_apig_api" "below_exact" {
  group_id       = huaweicloud_apig_group.exact.id
  request_method = "PATCH"
  request_path   = "/orders/{id}"
  cors           = true # want `true` `has CORS and the method PATCH`
}
