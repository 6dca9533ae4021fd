variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "unknown" {
  type = string
}

locals {
  size = 10
}

# By its region.
resource "huaweicloud_apig_instance" "region" {
  name                            = "region"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  region                          = "na-mexico-1"
  ingress_bandwidth_size          = local.size # want `local.size` `huaweicloud_apig_instance.region sets ingress_bandwidth_size, which an LVS gateway ignores`
  ingress_bandwidth_charging_mode = "bandwidth"
}

# By its own word.
resource "huaweicloud_apig_instance" "word" {
  name                            = "word"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  loadbalancer_provider           = "lvs"
  ingress_bandwidth_size          = 5 # want `5` `huaweicloud_apig_instance.word sets ingress_bandwidth_size, which an LVS gateway ignores`
  ingress_bandwidth_charging_mode = "bandwidth"
}

# ELB.
resource "huaweicloud_apig_instance" "elb" {
  name                            = "elb"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  region                          = "cn-north-4"
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# Not told.
resource "huaweicloud_apig_instance" "any" {
  name                            = "any"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# Not known.
resource "huaweicloud_apig_instance" "unknown" {
  name                            = "unknown"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  region                          = var.unknown
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# ELB by its own word, whatever the region.
resource "huaweicloud_apig_instance" "old" {
  name                            = "old"
  edition                         = "BASIC"
  vpc_id                          = var.network.vpc_id
  subnet_id                       = var.network.subnet_id
  security_group_id               = var.network.security_group_id
  availability_zones              = ["az1"]
  region                          = "cn-north-1"
  loadbalancer_provider           = "elb"
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# No bandwidth.
resource "huaweicloud_apig_instance" "none" {
  name                  = "none"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = var.network.security_group_id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
}
