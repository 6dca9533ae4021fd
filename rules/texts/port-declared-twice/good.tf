resource "huaweicloud_apig_instance" "orders" {
  name               = "orders"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-4a"]
}

resource "huaweicloud_apig_instance_ingress_port" "orders" {
  instance_id = huaweicloud_apig_instance.orders.id
  port        = 8080
  protocol    = "HTTP"
}

resource "huaweicloud_apig_instance_ingress_port" "partners" {
  instance_id = huaweicloud_apig_instance.orders.id
  port        = 8443
  protocol    = "HTTPS"
}
