variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance_feature" "route" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_route"
  enabled     = true
  config      = "on"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group" "office" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "office"
}

resource "huaweicloud_apig_api" "a" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "a"
  request_method          = "GET"
  request_path            = "/orders/{id}"
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "b" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.office.id
  name                    = "b"
  request_method          = "GET"
  request_path            = "/orders/{number}"
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "c" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.office.id
  name                    = "c"
  request_method          = "POST"
  request_path            = "/orders/{id}"
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "d" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.office.id
  name                    = "d"
  request_method          = "GET"
  request_path            = "/bills"
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "e" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.office.id
  name                    = "e"
  request_method          = "GET"
  request_path            = var.unknown
  security_authentication = "APP"
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_application" "mobile" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "mobile"
}

resource "huaweicloud_apig_application" "desktop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "desktop"
}

resource "huaweicloud_apig_application_authorization" "all" {
  application_id = huaweicloud_apig_application.mobile.id
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids = [
    huaweicloud_apig_api.a.id,
    huaweicloud_apig_api.b.id, # want `huaweicloud_apig_api.b.id` `huaweicloud_apig_application_authorization.all authorizes huaweicloud_apig_application.mobile for huaweicloud_apig_api.b and huaweicloud_apig_api.a, which have the same method and path: with app_route on` help `authorize another app for one of them`
    huaweicloud_apig_api.c.id,
    huaweicloud_apig_api.d.id,
    huaweicloud_apig_api.e.id,
  ]
}

# Silent: another app, and another environment.
resource "huaweicloud_apig_application_authorization" "desktop" {
  application_id = huaweicloud_apig_application.desktop.id
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.b.id]
}

resource "huaweicloud_apig_application_authorization" "beta" {
  application_id = huaweicloud_apig_application.desktop.id
  env_id         = huaweicloud_apig_environment.beta.id
  api_ids        = [huaweicloud_apig_api.a.id]
}
