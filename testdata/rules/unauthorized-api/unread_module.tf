# A module that is not installed and gets another API authorizes no app for this one.
resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "nobody" { # want `resource "huaweicloud_apig_api" "nobody"` `nobody uses APP authentication, but no app is authorized to call it in RELEASE`
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "nobody" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.nobody.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: the module gets it.
resource "huaweicloud_apig_api" "client" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.client.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

module "clients" {
  source = "example.com/gateway/clients"
  apis   = [huaweicloud_apig_api.client.id]
}
