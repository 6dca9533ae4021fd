variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: the feature may be off.
resource "huaweicloud_apig_instance_feature" "route" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_route"
  enabled     = var.unknown
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
  request_path            = "/orders"
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "b" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.office.id
  name                    = "b"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"
}

resource "huaweicloud_apig_application" "mobile" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "mobile"
}

resource "huaweicloud_apig_application_authorization" "all" {
  application_id = huaweicloud_apig_application.mobile.id
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.a.id, huaweicloud_apig_api.b.id]
}
