# Does the provider, and the service behind it, accept what is written? `terraform validate` finds four of these seven,
# two of them after the other two are repaired.

resource "huaweicloud_apig_instance" "main" {
  name               = "shop"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  availability_zones = ["ap-southeast-3a"]

  # The group is called gateway: there is nothing of this name to refer to.
  security_group_id = huaweicloud_networking_secgroup.gatway.id

  # Five is the least: the service refuses the gateway when it is applied.
  ingress_bandwidth_size          = 3
  ingress_bandwidth_charging_mode = "bandwidth"
}

# The provider has no such resource: its name is huaweicloud_apig_environment_variable.
resource "huaweicloud_apig_environment_variables" "region" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name        = "region"
  value       = "ap-southeast-3"
}

resource "huaweicloud_apig_api" "list" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.orders.id
  name        = "list_orders"

  # Any other word than Public means Private, without a complaint: a slip of the pen hides the API.
  type = "Pubic"

  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    vpc_channel_id   = huaweicloud_apig_channel.orders.id
    path             = "/orders"
    request_protocol = "HTTP"
    request_method   = "GET"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "create" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.orders.id
  name                    = "create_order"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "POST"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    vpc_channel_id   = huaweicloud_apig_channel.orders.id
    path             = "/orders"
    request_protocol = "HTTP"
    request_method   = "POST"

    # The argument is called timeout.
    time_out = 5000
  }
}

resource "huaweicloud_apig_channel" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  # A check by HTTP needs a path to ask for: the service refuses the channel when it is applied.
  health_check {
    protocol           = "HTTP"
    http_codes         = "200"
    threshold_normal   = 2
    threshold_abnormal = 3
    interval           = 10
    timeout            = 5
  }

  member {
    host   = "10.1.0.8"
    weight = 1
  }
}

resource "huaweicloud_apig_throttling_policy" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  period_unit      = "MINUTE"
  max_api_requests = 600

  # This is a number.
  period = "one"
}
