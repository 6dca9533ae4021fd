resource "huaweicloud_apig_api" "orders" {
  request_method = "OPTIONS"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

module "calm" {
  source = "./modules/limit"

  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}

module "busy" {
  source = "./modules/limit"

  publish_ids = [huaweicloud_apig_api_publishment.orders.publish_id]
}
