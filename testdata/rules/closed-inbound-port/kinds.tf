variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

# The kind of gateway is not told.
resource "huaweicloud_apig_instance" "any" { # want `resource "huaweicloud_apig_instance" "any"` `the security group huaweicloud_networking_secgroup.any of huaweicloud_apig_instance.any does not allow inbound TCP 443 .HTTPS.: calls to it time out, unless the gateway is an ELB gateway`
  name               = "any"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.any.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "any" {
  name                 = "any"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "any" {
  instance_id           = huaweicloud_apig_instance.any.id
  name                  = "any"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "any" {
  instance_id             = huaweicloud_apig_instance.any.id
  group_id                = huaweicloud_apig_group.any.id
  name                    = "any"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/any"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

# LVS, by its own word: nobody can call the API at all.
resource "huaweicloud_apig_instance" "lvs" { # want `resource "huaweicloud_apig_instance" "lvs"` `the security group huaweicloud_networking_secgroup.lvs of huaweicloud_apig_instance.lvs does not allow inbound TCP 80 .HTTP. and 443 .HTTPS.` help `add an ingress huaweicloud_networking_secgroup_rule to huaweicloud_networking_secgroup.lvs for TCP 80 and 443`
  name                  = "lvs"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.lvs.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "lvs" {
  name                 = "lvs"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "lvs" {
  instance_id           = huaweicloud_apig_instance.lvs.id
  name                  = "lvs"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "lvs" {
  instance_id             = huaweicloud_apig_instance.lvs.id
  group_id                = huaweicloud_apig_group.lvs.id
  name                    = "lvs"
  type                    = "Public"
  request_protocol        = "BOTH"
  request_method          = "GET"
  request_path            = "/lvs"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

# LVS, by its region.
resource "huaweicloud_apig_instance" "region" { # want `resource "huaweicloud_apig_instance" "region"` `the security group huaweicloud_networking_secgroup.region of huaweicloud_apig_instance.region does not allow inbound TCP 80 .HTTP.: calls to huaweicloud_apig_api.region time out`
  name               = "region"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.region.id
  availability_zones = ["az1"]
  region             = "cn-north-1"
}

resource "huaweicloud_networking_secgroup" "region" {
  name                 = "region"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "region" {
  instance_id           = huaweicloud_apig_instance.region.id
  name                  = "region"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "region" {
  instance_id             = huaweicloud_apig_instance.region.id
  group_id                = huaweicloud_apig_group.region.id
  name                    = "region"
  type                    = "Public"
  request_protocol        = "HTTP"
  request_method          = "GET"
  request_path            = "/region"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

# ELB, by its region: the group filters nothing.
resource "huaweicloud_apig_instance" "elb" { # want `resource "huaweicloud_apig_instance" "elb"` `the security group huaweicloud_networking_secgroup.elb of huaweicloud_apig_instance.elb does not allow inbound TCP 443 .HTTPS.`
  name               = "elb"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.elb.id
  availability_zones = ["az1"]
  region             = "cn-north-4"
}

resource "huaweicloud_networking_secgroup" "elb" {
  name                 = "elb"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "elb" {
  instance_id           = huaweicloud_apig_instance.elb.id
  name                  = "elb"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "elb" {
  instance_id             = huaweicloud_apig_instance.elb.id
  group_id                = huaweicloud_apig_group.elb.id
  name                    = "elb"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/elb"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

# One of the two protocols is open.
resource "huaweicloud_apig_instance" "half" { # want `resource "huaweicloud_apig_instance" "half"` `the security group huaweicloud_networking_secgroup.half of huaweicloud_apig_instance.half does not allow inbound TCP 80 .HTTP.: calls to it time out`
  name                  = "half"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = huaweicloud_networking_secgroup.half.id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}

resource "huaweicloud_networking_secgroup" "half" {
  name                 = "half"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "half" {
  instance_id           = huaweicloud_apig_instance.half.id
  name                  = "half"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "half" {
  instance_id             = huaweicloud_apig_instance.half.id
  group_id                = huaweicloud_apig_group.half.id
  name                    = "half"
  type                    = "Public"
  request_protocol        = "BOTH"
  request_method          = "GET"
  request_path            = "/half"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "half" {
  security_group_id = huaweicloud_networking_secgroup.half.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

# Nobody offers HTTP: the port is not needed.
resource "huaweicloud_apig_instance" "https" {
  name               = "https"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.https.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "https" {
  name                 = "https"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "https" {
  instance_id           = huaweicloud_apig_instance.https.id
  name                  = "https"
  domain_access_enabled = false
}

resource "huaweicloud_apig_group_domain_associate" "https" {
  instance_id        = huaweicloud_apig_instance.https.id
  group_id           = huaweicloud_apig_group.https.id
  url_domain         = "https.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "https" {
  instance_id             = huaweicloud_apig_instance.https.id
  group_id                = huaweicloud_apig_group.https.id
  name                    = "https"
  type                    = "Public"
  request_protocol        = "BOTH"
  request_method          = "GET"
  request_path            = "/https"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_networking_secgroup_rule" "https" {
  security_group_id = huaweicloud_networking_secgroup.https.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
}

# No API, no need.
resource "huaweicloud_apig_instance" "empty" {
  name               = "empty"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.empty.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "empty" {
  name                 = "empty"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "empty" {
  instance_id           = huaweicloud_apig_instance.empty.id
  name                  = "empty"
  domain_access_enabled = true
}

# An API that no host leads to has other troubles.
resource "huaweicloud_apig_instance" "hostless" {
  name               = "hostless"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.hostless.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "hostless" {
  name                 = "hostless"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "hostless" {
  instance_id           = huaweicloud_apig_instance.hostless.id
  name                  = "hostless"
  domain_access_enabled = false
}

resource "huaweicloud_apig_api" "hostless" {
  instance_id             = huaweicloud_apig_instance.hostless.id
  group_id                = huaweicloud_apig_group.hostless.id
  name                    = "hostless"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/hostless"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}
