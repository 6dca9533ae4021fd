# Network ACLs of the subnet of an LVS gateway, and of backends.
variable "anything" {}

provider "huaweicloud" {
  region = "cn-north-1"
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.0.0.0/16"
}

resource "huaweicloud_vpc_subnet" "gateway" {
  name       = "gateway"
  cidr       = "10.0.0.0/24"
  gateway_ip = "10.0.0.1"
  vpc_id     = huaweicloud_vpc.main.id
}

resource "huaweicloud_vpc_subnet" "backends" {
  name       = "backends"
  cidr       = "10.0.1.0/24"
  gateway_ip = "10.0.1.1"
  vpc_id     = huaweicloud_vpc.main.id
}

resource "huaweicloud_vpc_subnet" "others" {
  name       = "others"
  cidr       = "10.0.2.0/24"
  gateway_ip = "10.0.2.1"
  vpc_id     = huaweicloud_vpc.main.id
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  availability_zones = ["cn-north-1a"]
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.gateway.id
  security_group_id  = var.anything
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "orders" {
  for_each = {
    near  = "10.0.1.8:8080"
    far   = "10.0.2.8:8080"
    local = "10.0.0.8:8080"
  }

  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = each.key
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/${each.key}"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = each.value
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The first rule that a call meets decides.
resource "huaweicloud_vpc_network_acl" "gateway" { # want `resource "huaweicloud_vpc_network_acl" "gateway"` `huaweicloud_vpc_network_acl.gateway does not allow TCP 443 \(HTTPS\) into huaweicloud_vpc_subnet.gateway, the subnet of huaweicloud_apig_instance.main: calls to huaweicloud_apig_api.orders\["far"\] time out` help `add an ingress_rules block to huaweicloud_vpc_network_acl.gateway that allows TCP 443`
  name = "gateway"

  ingress_rules {
    action     = "deny"
    protocol   = "udp"
    ip_version = 4
  }

  ingress_rules {
    action           = "deny"
    protocol         = "tcp"
    ip_version       = 4
    destination_port = "80,400-500"
  }

  ingress_rules {
    action     = "allow"
    protocol   = "any"
    ip_version = 4
  }

  egress_rules {
    action     = "allow"
    protocol   = "any"
    ip_version = 4
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.gateway.id
  }
}

# What meets no rule is dropped.
resource "huaweicloud_vpc_network_acl" "backends" { # want `resource "huaweicloud_vpc_network_acl" "backends"` `huaweicloud_vpc_network_acl.backends does not allow traffic from 10.0.0.0/24 of huaweicloud_apig_instance.main into huaweicloud_vpc_subnet.backends, the subnet of the backend 10.0.1.8 of huaweicloud_apig_api.orders\["near"\]: calls get APIG.0201 or APIG.0202`
  name = "backends"

  ingress_rules {
    action            = "allow"
    protocol          = "tcp"
    ip_version        = 4
    source_ip_address = "10.9.0.0/16"
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.backends.id
  }
}

# A rule that nothing is known of may let the gateway in.
resource "huaweicloud_vpc_network_acl" "others" {
  name = "others"

  ingress_rules {
    action                     = "allow"
    protocol                   = "tcp"
    ip_version                 = 4
    source_ip_address_group_id = var.anything
  }

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.others.id
  }
}

# One that is off.
resource "huaweicloud_vpc_network_acl" "off" {
  name    = "off"
  enabled = false

  associated_subnets {
    subnet_id = huaweicloud_vpc_subnet.others.id
  }
}
