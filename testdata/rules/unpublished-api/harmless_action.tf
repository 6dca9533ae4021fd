# Neither a program that only prints nor a function of another cloud that is handed nothing of the gateway publishes.
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

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `is not published to any environment`
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
      actions = [action.local_command.publish, action.aws_lambda_invoke.tell]
    }
  }
}

action "local_command" "publish" {
  config {
    command   = "echo"
    arguments = [huaweicloud_apig_api.orders.id]
  }
}

action "aws_lambda_invoke" "tell" {
  config {
    function_name = "tell"
    payload       = jsonencode({ text = "done" })
  }
}
