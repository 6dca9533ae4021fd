# The backend's host is a variable of the environment.
resource "huaweicloud_apig_instance" "main" {
  bandwidth_size = 5
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id

  url_domains {
    name = "shop.example.com"
  }
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "beta"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders"

  web {
    backend_address  = "#host#:8080"
    path             = "/orders"
    request_method   = "GET"
    request_protocol = "HTTP"
  }
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_environment_variable" "release" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name        = "host"
  value       = "127.0.0.1" # want `"127.0.0.1"` `huaweicloud_apig_api.orders has the backend address 127.0.0.1, in the range 127.0.0.0/8 that the gateway does not call`
}

# The API is not published there.
resource "huaweicloud_apig_environment_variable" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = huaweicloud_apig_environment.beta.id
  name        = "host"
  value       = "127.0.0.1"
}

# No backend is called so.
resource "huaweicloud_apig_environment_variable" "other" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name        = "other"
  value       = "127.0.0.1"
}
