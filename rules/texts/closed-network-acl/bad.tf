resource "huaweicloud_vpc_subnet" "backends" {
  name       = "backends"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.1.9.0/24"
  gateway_ip = "10.1.9.1"
}

resource "huaweicloud_vpc_network_acl" "backends" {
  name = "backends"

  ingress_rules {
    action            = "allow"
    protocol          = "tcp"
    ip_version        = 4
    source_ip_address = "10.9.0.0/16"
    destination_port  = "8080"
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.backends.id
  }
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

  web {
    path             = "/orders"
    backend_address  = "10.1.9.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
