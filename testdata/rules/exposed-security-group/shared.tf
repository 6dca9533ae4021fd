variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

# The group is that of two gateways. A domain of one has the port 8443, which the gateway is yet to open, and the other opens 9443:
# only 8444 is for nobody.
resource "huaweicloud_apig_instance" "blue" { # want `resource "huaweicloud_apig_instance" "blue"` `port 8444,`
  name               = "blue"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "green" { # want `resource "huaweicloud_apig_instance" "green"` `port 8444,`
  name               = "green"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "blue" {
  instance_id = huaweicloud_apig_instance.blue.id
  name        = "blue"
}

resource "huaweicloud_apig_group_domain_associate" "blue" {
  instance_id        = huaweicloud_apig_instance.blue.id
  group_id           = huaweicloud_apig_group.blue.id
  url_domain         = "blue.example.com"
  ingress_http_port  = -1
  ingress_https_port = 8443
}

resource "huaweicloud_apig_instance_ingress_port" "green" {
  instance_id = huaweicloud_apig_instance.green.id
  protocol    = "HTTPS"
  port        = 9443
}

resource "huaweicloud_networking_secgroup" "main" {
  name                 = "main"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "main" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443,9443,8443"
}

resource "huaweicloud_networking_secgroup_rule" "nobody" {
  security_group_id = huaweicloud_networking_secgroup.main.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "8444"
}
