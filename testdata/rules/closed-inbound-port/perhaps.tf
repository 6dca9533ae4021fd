variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

variable "number" {
  type = number
}

# There may be no API.
resource "huaweicloud_apig_instance" "none" {
  name                  = "none"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.none.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "none" {
  name                 = "none"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "none" {
  instance_id           = huaweicloud_apig_instance.none.id
  name                  = "none"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "none" {
  count = var.number

  instance_id             = huaweicloud_apig_instance.none.id
  group_id                = huaweicloud_apig_group.none.id
  name                    = "none"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/none"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

# Others choose the group.
resource "huaweicloud_apig_instance" "chosen" {
  name               = "chosen"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.chosen.id
  availability_zones = ["az1"]

  lifecycle {
    ignore_changes = [security_group_id]
  }
}

resource "huaweicloud_networking_secgroup" "chosen" {
  name                 = "chosen"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "chosen" {
  instance_id           = huaweicloud_apig_instance.chosen.id
  name                  = "chosen"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "chosen" {
  instance_id             = huaweicloud_apig_instance.chosen.id
  group_id                = huaweicloud_apig_group.chosen.id
  name                    = "chosen"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/chosen"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

# There may be another port that is open.
resource "huaweicloud_apig_instance" "other" { # want `resource "huaweicloud_apig_instance" "other"` `the security group huaweicloud_networking_secgroup.other of huaweicloud_apig_instance.other does not allow inbound TCP 443 .HTTPS.`
  name                  = "other"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.other.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "other" {
  name                 = "other"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "other" {
  instance_id           = huaweicloud_apig_instance.other.id
  name                  = "other"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "other" {
  instance_id             = huaweicloud_apig_instance.other.id
  group_id                = huaweicloud_apig_group.other.id
  name                    = "other"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/other"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_group_domain_associate" "other" {
  instance_id        = huaweicloud_apig_instance.other.id
  group_id           = huaweicloud_apig_group.other.id
  url_domain         = "other.example.com"
  ingress_http_port  = -1
  ingress_https_port = var.number
}
