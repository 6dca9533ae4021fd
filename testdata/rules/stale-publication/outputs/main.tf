variable "path" {
  type = string
}

module "orders" {
  source = "./api"
  path   = var.path
}

module "many" {
  source   = "./api"
  for_each = { list = "/list" }
  path     = each.value
}

resource "huaweicloud_apig_api_publishment" "constant" { # want `resource "huaweicloud_apig_api_publishment" "constant"` `constant is not updated when module.orders.huaweicloud_apig_api.this changes`
  api_id      = module.orders.id
  description = "owned by ${module.orders.owner}"
}

resource "huaweicloud_apig_api_publishment" "id" { # want `resource "huaweicloud_apig_api_publishment" "id"` `id\["list"\] is not updated when module.many\["list"\].huaweicloud_apig_api.this changes`
  for_each = toset(["list"])

  api_id      = module.many[each.key].id
  description = "release of ${module.many[each.key].id}"
}

# Silent: this output depends on an argument.
resource "huaweicloud_apig_api_publishment" "digest" {
  api_id      = module.orders.id
  description = module.orders.digest
}
