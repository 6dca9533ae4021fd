# Names of other kinds, and conditionals of which both branches are wrong.
variable "anything" {}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "orders"
}

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
}

resource "huaweicloud_apig_api_publishment" "name" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_group.shop.name # want `huaweicloud_apig_group.shop.name` `api_id of huaweicloud_apig_api_publishment.name is the name of huaweicloud_apig_group.shop, and not the id of a huaweicloud_apig_api` help `^set api_id to the id of a huaweicloud_apig_api$`
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "address" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_instance.main.ingress_address # want `huaweicloud_apig_instance.main.ingress_address` `is the ingress_address of huaweicloud_apig_instance.main`
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_application_authorization" "both" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = (var.anything == "" ? huaweicloud_apig_api.orders.id : huaweicloud_apig_group.shop.id) # want `(var.anything == "" ? huaweicloud_apig_api.orders.id : huaweicloud_apig_group.shop.id)` `application_id of huaweicloud_apig_application_authorization.both is the id of huaweicloud_apig_api.orders, and not the id of a huaweicloud_apig_application`
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.orders.id]
}

# Silent: one branch may be right.
resource "huaweicloud_apig_application_authorization" "one" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = var.anything == "" ? huaweicloud_apig_application.client.id : huaweicloud_apig_group.shop.id
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_application_authorization" "inner" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = var.anything == "" ? huaweicloud_apig_api.orders.id : var.anything == "x" ? huaweicloud_apig_group.shop.id : var.anything
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.orders.id]
}
