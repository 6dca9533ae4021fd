# Silent: the module gets the gateway, and can look up every API of it.
resource "huaweicloud_apig_instance" "plant" {
  name               = "plant"
  edition            = "BASIC"
  availability_zones = ["cn-north-4a"]
  vpc_id             = "vpc"
  subnet_id          = "subnet"
  security_group_id  = huaweicloud_networking_secgroup.plant.id
}

resource "huaweicloud_networking_secgroup" "plant" {
  name = "plant-callers"
}

resource "huaweicloud_apig_group" "plant" {
  instance_id = huaweicloud_apig_instance.plant.id
  name        = "plant_apis"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.plant.id
  group_id                = huaweicloud_apig_group.plant.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

module "publish" {
  source = "example.com/gateway/publish"
  settings = { gateway = huaweicloud_apig_instance.plant }
}
