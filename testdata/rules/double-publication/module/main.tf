resource "huaweicloud_apig_api" "orders" {
  name = "orders"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = module.publication.api_id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

module "publication" {
  source = "./publication"
  api_id = huaweicloud_apig_api.orders.id
}
