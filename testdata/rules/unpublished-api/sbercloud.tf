# A sister provider's API is an API.
resource "sbercloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = "vpc"
  subnet_id          = "subnet"
  security_group_id  = "group"
  availability_zones = ["zone"]
}

resource "sbercloud_apig_group" "shop" {
  instance_id = sbercloud_apig_instance.main.id
  name        = "shop"
}

resource "sbercloud_apig_environment" "beta" {
  instance_id = sbercloud_apig_instance.main.id
  name        = "beta"
}

resource "sbercloud_apig_api" "orders" { # want `resource "sbercloud_apig_api" "orders"` `sbercloud_apig_api.orders is not published`
  instance_id             = sbercloud_apig_instance.main.id
  group_id                = sbercloud_apig_group.shop.id
  type                    = "Public"
  name                    = "orders"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "{}"
  }
}

resource "sbercloud_apig_api" "items" {
  instance_id             = sbercloud_apig_instance.main.id
  group_id                = sbercloud_apig_group.shop.id
  type                    = "Public"
  name                    = "items"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/items"
  security_authentication = "IAM"

  mock {
    response = "{}"
  }
}

resource "sbercloud_apig_api_publishment" "items" {
  instance_id = sbercloud_apig_instance.main.id
  api_id      = sbercloud_apig_api.items.id
  env_id      = sbercloud_apig_environment.beta.id
}
