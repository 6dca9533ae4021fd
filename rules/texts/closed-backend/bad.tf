resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    vpc_channel_id   = huaweicloud_apig_channel.orders.id
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
    retry_count      = 0
  }
}

resource "huaweicloud_networking_secgroup" "orders" {
  name                 = "orders"
  delete_default_rules = true
}

resource "huaweicloud_compute_instance" "orders" {
  name               = "orders"
  image_id           = "b8cae8ec-4a27-4d5c-b0a4-d0c0b9a1c5d4"
  flavor_id          = "s6.large.2"
  security_group_ids = [huaweicloud_networking_secgroup.orders.id]

  network {
    uuid = huaweicloud_vpc_subnet.main.id
  }
}

resource "huaweicloud_apig_channel" "orders" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1
  member_type      = "ecs"

  member {
    id     = huaweicloud_compute_instance.orders.id
    name   = huaweicloud_compute_instance.orders.name
    weight = 1
  }
}
