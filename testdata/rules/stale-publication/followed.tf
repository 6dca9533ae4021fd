# What the description is made from is followed to what an edit changes.
variable "gateway_id" {
  type = string
}

variable "path" {
  type = string
}

locals {
  of    = { id = one(huaweicloud_apig_api.counted[*].id), path = one(huaweicloud_apig_api.counted[*].request_path) }
  owner = { name = "sales", mail = "sales@example.com" }
  each  = { for key, api in huaweicloud_apig_api.looped : key => { id = api.id, path = api.request_path } }
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = var.gateway_id
  name        = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id  = var.gateway_id
  group_id     = huaweicloud_apig_group.shop.id
  name         = "orders"
  request_path = "/orders"
}

resource "huaweicloud_apig_api" "counted" {
  count = 1

  name         = "counted"
  request_path = "/counted"
}

resource "huaweicloud_apig_api" "keyed" {
  for_each = toset(["list"])

  name         = each.key
  request_path = var.path
}

resource "huaweicloud_apig_api_publishment" "id" { # want `resource "huaweicloud_apig_api_publishment" "id"` `id is not updated when huaweicloud_apig_api.orders changes, because its description does not depend on what an edit changes`
  api_id      = huaweicloud_apig_api.orders.id
  description = "release of ${huaweicloud_apig_api.orders.id}"
}

resource "huaweicloud_apig_api_publishment" "name" { # want `resource "huaweicloud_apig_api_publishment" "name"` `name is not updated when`
  api_id      = huaweicloud_apig_api.orders.id
  description = format("%s of %s", local.owner.name, huaweicloud_apig_api.orders.name)
}

resource "huaweicloud_apig_api_publishment" "group" { # want `resource "huaweicloud_apig_api_publishment" "group"` `group is not updated when`
  api_id      = huaweicloud_apig_api.orders.id
  description = "${huaweicloud_apig_group.shop.name} (${huaweicloud_apig_group.shop.id})"
}

resource "huaweicloud_apig_api_publishment" "counted" { # want `resource "huaweicloud_apig_api_publishment" "counted"` `counted is not updated when`
  api_id      = huaweicloud_apig_api.counted[0].id
  description = sha1(jsonencode(local.of.id))
}

resource "huaweicloud_apig_api_publishment" "keyed" { # want `resource "huaweicloud_apig_api_publishment" "keyed"` `keyed\["list"\] is not updated when`
  for_each = huaweicloud_apig_api.keyed

  api_id      = each.value.id
  description = "release of ${each.value.id}"
}

# Silent: these are arguments that an edit changes.
resource "huaweicloud_apig_api_publishment" "path" {
  api_id      = huaweicloud_apig_api.counted[0].id
  description = sha1(jsonencode(local.of.path))
}

resource "huaweicloud_apig_api_publishment" "each_path" {
  for_each = huaweicloud_apig_api.keyed

  api_id      = each.value.id
  description = "at ${each.value.request_path} with ${each.value.id}"
}

resource "huaweicloud_apig_api_publishment" "all" {
  api_id      = huaweicloud_apig_api.orders.id
  description = sha1(join(",", [for api in huaweicloud_apig_api.counted : api.request_path]) == "" ? "" : huaweicloud_apig_api.orders.request_path)
}

# Silent: a generator has written a part of it.
resource "huaweicloud_apig_api_publishment" "generated" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "3f97ce4 of ${huaweicloud_apig_api.orders.id}"
}

# Silent: what another provider computes may be anything.
resource "random_id" "release" {
  byte_length = 4
}

resource "huaweicloud_apig_api_publishment" "random" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "release ${random_id.release.hex} of ${huaweicloud_apig_api.orders.id}"
}

# Silent: so may what comes from outside.
variable "release" {
  type = string
}

resource "huaweicloud_apig_api_publishment" "outside" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "${var.release} of ${huaweicloud_apig_api.orders.id}"
}

resource "huaweicloud_apig_api" "looped" {
  for_each = { list = "/orders" }

  name         = each.key
  request_path = each.value
}

# What a for expression makes is taken apart, and what stays as long as its arguments is followed to them.
resource "huaweicloud_apig_api_publishment" "for_id" { # want `resource "huaweicloud_apig_api_publishment" "for_id"` `for_id is not updated when huaweicloud_apig_api.looped\["list"\]`
  api_id      = local.each["list"].id
  description = "release of ${local.each["list"].id}"
}

resource "huaweicloud_apig_api_publishment" "for_path" {
  api_id      = local.each["list"].id
  description = "at ${local.each["list"].path}"
}

resource "terraform_data" "id" {
  input = huaweicloud_apig_api.orders.id
}

resource "terraform_data" "path" {
  input = huaweicloud_apig_api.orders.request_path
}

resource "huaweicloud_apig_api_publishment" "data_id" { # want `resource "huaweicloud_apig_api_publishment" "data_id"` `data_id is not updated when`
  api_id      = huaweicloud_apig_api.orders.id
  description = "release of ${terraform_data.id.output}"
}

resource "huaweicloud_apig_api_publishment" "data_path" {
  api_id      = huaweicloud_apig_api.orders.id
  description = "at ${terraform_data.path.output}"
}
