resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

module "stages" {
  source     = "./inner"
  gateway_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "orders" {
  env_id = module.stages.ids["BETA"]
}
