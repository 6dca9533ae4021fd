module "orders" {
  source = "./api"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id      = module.orders.id
  description = module.orders.digest # want `module.orders.digest` `updated_at of module.orders.huaweicloud_apig_api.this`
}
