# What a sister provider's resource of the gateway does that is not in the tables is not known: it may publish the API.
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

resource "sbercloud_apig_api" "orders" {
  instance_id      = sbercloud_apig_instance.main.id
  group_id         = sbercloud_apig_group.shop.id
  type             = "Public"
  name             = "orders"
  request_protocol = "HTTPS"
  request_method   = "GET"
  request_path     = "/orders"

  mock {
    response = "{}"
  }
}

resource "sbercloud_apig_only_there" "main" {
  api_id = sbercloud_apig_api.orders.id
}
