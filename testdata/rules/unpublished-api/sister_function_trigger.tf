# A sister provider's trigger publishes an API of its own, and no other.
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

resource "sbercloud_apig_api" "orders" { # want `resource "sbercloud_apig_api" "orders"` `sbercloud_apig_api.orders is not published`
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

resource "sbercloud_fgs_trigger" "main" {
  function_urn = "urn"
  type         = "DEDICATEDGATEWAY"
}
