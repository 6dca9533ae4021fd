# Silent: the action may publish an API in the group with the domain.
variable "api_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "orders" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "orders"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.orders.id
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_group" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "bound"

  url_domains {
    name = "orders.example.com"
  }
}

resource "huaweicloud_apig_api" "bound" {
  group_id = huaweicloud_apig_group.bound.id
}

resource "huaweicloud_apig_api_action" "bound" {
  api_id = var.api_id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action = "online"
}
