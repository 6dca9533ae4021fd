variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

variable "eip_id" {
  type = string
}

# Callers from the internet are no members of the group.
resource "huaweicloud_apig_instance" "main" { # want `resource "huaweicloud_apig_instance" "main"` `443 .HTTPS.`
  name               = "main"
  edition            = "BASIC"
  region             = "cn-north-1"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["az1"]
  eip_id             = var.eip_id
}

output "address" {
  value = huaweicloud_apig_instance.main.ingress_address
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
  ports             = "443"
  remote_group_id   = huaweicloud_networking_secgroup.main.id
}

resource "huaweicloud_apig_group" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "main"
}

resource "huaweicloud_apig_group_domain_associate" "main" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.main.id
  url_domain         = "main.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "main" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.main.id
  name                    = "main"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/main"
  security_authentication = "IAM"
}
