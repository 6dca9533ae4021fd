# Silent: the domain of the gateway leads to the wrong group, which is misbound-domain.
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
