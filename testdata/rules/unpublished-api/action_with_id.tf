# A function that is handed the API's ID may publish it.
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
      actions = [action.aws_lambda_invoke.publish]
    }
  }
}

action "aws_lambda_invoke" "publish" {
  config {
    function_name = "publish"
    payload       = jsonencode({ api = huaweicloud_apig_api.orders.id })
  }
}
