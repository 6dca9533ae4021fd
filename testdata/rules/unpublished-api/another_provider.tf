# A resource of another provider may act on the object whose ID it is handed, and on no other.
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

resource "huaweicloud_apig_api" "bills" { # want `resource "huaweicloud_apig_api" "bills"` `huaweicloud_apig_api.bills is not published to any environment`
  instance_id             = huaweicloud_apig_instance.plant.id
  group_id                = huaweicloud_apig_group.plant.id
  name                    = "bills"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/bills"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "restapi_object" "publish" {
  path = "/v2/apis/action"
  data = jsonencode({ api_id = huaweicloud_apig_api.orders.id, action = "online" })
}

resource "random_pet" "bills" {
  keepers = { path = huaweicloud_apig_api.bills.request_path }
}
