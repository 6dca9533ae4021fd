resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

# Silent: of preflight requests no authentication is asked, whatever is set.
resource "huaweicloud_apig_api" "preflight" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "preflight"
  request_method          = "OPTIONS"
  request_path            = "/"
  security_authentication = "APP"
  cors                    = true
}

# Without CORS it is an API as any other.
resource "huaweicloud_apig_api" "options" { # want `resource "huaweicloud_apig_api" "options"` `no app is authorized to call it in RELEASE`
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "options"
  request_method          = "OPTIONS"
  request_path            = "/options"
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "preflight" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.preflight.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "options" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.options.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
