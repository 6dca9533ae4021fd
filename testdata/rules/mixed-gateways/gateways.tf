variable "id" {
  type = string
}

variable "ids" {
  type = set(string)
}

locals {
  gateways = { east = "east", west = "west" }
  group    = huaweicloud_apig_group.shop["west"].id
}

resource "huaweicloud_apig_instance" "main" {
  for_each = local.gateways

  name = each.value
}

resource "huaweicloud_apig_group" "shop" {
  for_each = local.gateways

  instance_id = huaweicloud_apig_instance.main[each.key].id
  name        = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id = huaweicloud_apig_instance.main["east"].id
  group_id    = local.group # want `local.group` `^huaweicloud_apig_api.orders refers to two gateways, huaweicloud_apig_instance.main\["east"\] in instance_id and huaweicloud_apig_instance.main\["west"\] in group_id: the apply fails$` help `^let group_id refer to huaweicloud_apig_instance.main\["east"\], as instance_id does$`
  name        = "orders"
}

# Without a gateway of its own that is certain, two of its parts are compared.
resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = var.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = huaweicloud_apig_environment.west.id # want `huaweicloud_apig_environment.west.id` `^huaweicloud_apig_api_publishment.orders refers to two gateways, huaweicloud_apig_instance.main\["east"\] in api_id and huaweicloud_apig_instance.main\["west"\] in env_id: the apply fails$` help `^let env_id refer to huaweicloud_apig_instance.main\["east"\], as api_id does$`
}

resource "huaweicloud_apig_environment" "west" {
  instance_id = huaweicloud_apig_instance.main["west"].id
  name        = "WEST"
}

# One element of a list.
resource "huaweicloud_apig_application_authorization" "orders" {
  instance_id    = huaweicloud_apig_instance.main["west"].id
  application_id = "application"
  env_id         = huaweicloud_apig_environment.west.id
  api_ids        = ["api", huaweicloud_apig_api.orders.id] # want `huaweicloud_apig_api.orders.id` `^huaweicloud_apig_application_authorization.orders refers to two gateways, huaweicloud_apig_instance.main\["west"\] in instance_id and huaweicloud_apig_instance.main\["east"\] in api_ids: the apply fails$` help `^let api_ids refer to huaweicloud_apig_instance.main\["west"\], as instance_id does$`
}

# Literal ids are compared with each other.
resource "huaweicloud_apig_group" "literal" {
  instance_id = "first"
  name        = "literal"
}

resource "huaweicloud_apig_response" "literal" {
  instance_id = "second"
  group_id    = huaweicloud_apig_group.literal.id # want `huaweicloud_apig_group.literal.id` `^huaweicloud_apig_response.literal refers to two gateways, second in instance_id and first in group_id: the apply fails$` help `^let group_id refer to second, as instance_id does$`
  name        = "literal"
}

# Silent: the same gateway, by its element.
resource "huaweicloud_apig_response" "same" {
  for_each = local.gateways

  instance_id = huaweicloud_apig_instance.main[each.key].id
  group_id    = huaweicloud_apig_group.shop[each.key].id
  name        = "same"
}

# Silent: nobody knows which gateway these are on, or a literal id may be that of the declared one.
resource "huaweicloud_apig_response" "unknown" {
  instance_id = var.id
  group_id    = huaweicloud_apig_group.shop["west"].id
  name        = "unknown"
}

resource "huaweicloud_apig_response" "either" {
  instance_id = huaweicloud_apig_instance.main[var.id].id
  group_id    = huaweicloud_apig_group.shop["west"].id
  name        = "either"
}

resource "huaweicloud_apig_response" "perhaps" {
  instance_id = "second"
  group_id    = huaweicloud_apig_group.shop["west"].id
  name        = "perhaps"
}

# Silent: an element of any number of gateways may be the same one.
resource "huaweicloud_apig_instance" "many" {
  for_each = var.ids

  name = each.key
}

resource "huaweicloud_apig_group" "many" {
  instance_id = huaweicloud_apig_instance.many["a"].id
  name        = "many"
}

resource "huaweicloud_apig_response" "many" {
  instance_id = huaweicloud_apig_instance.many[var.id].id
  group_id    = huaweicloud_apig_group.many.id
  name        = "many"
}

# Silent: what is not an id joins nothing.
resource "huaweicloud_apig_response" "name" {
  instance_id = huaweicloud_apig_instance.main["east"].id
  group_id    = huaweicloud_apig_group.shop["east"].id
  name        = huaweicloud_apig_environment.west.name
}
