# An action (Terraform 1.14) runs what it likes after the API is made: it may publish.
resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  availability_zones = ["cn-north-4a"]
  vpc_id             = "vpc"
  subnet_id          = "subnet"
  security_group_id  = "group"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }

  lifecycle {
    action_trigger {
      events  = [after_create, after_update]
      actions = [action.local_command.publish]
    }
  }
}

action "local_command" "publish" {
  config {
    command = "publish"
  }
}
