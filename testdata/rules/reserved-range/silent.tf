variable "network" {
  type = object({ subnet_id = string, security_group_id = string })
}

variable "unknown" {
  type = string
}

# Beside the kept range.
resource "huaweicloud_vpc" "ten" {
  name = "ten"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "ten" {
  name               = "ten"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.ten.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_vpc" "beside" {
  name = "beside"
  cidr = "172.31.64.0/19"
}

resource "huaweicloud_vpc_peering_connection" "out" {
  name        = "out"
  vpc_id      = huaweicloud_vpc.ten.id
  peer_vpc_id = huaweicloud_vpc.beside.id
}

resource "huaweicloud_apig_instance_routes" "ten" {
  instance_id = huaweicloud_apig_instance.ten.id
  nexthops    = ["172.31.0.0/19", var.unknown]
}

# In the range, and joined to nothing.
resource "huaweicloud_vpc" "alone" {
  name = "alone"
  cidr = "172.31.0.0/16"
}

# The VPC has a range that is not documented.
resource "huaweicloud_vpc" "hundred" {
  name = "hundred"
  cidr = "100.64.0.0/16"
}

resource "huaweicloud_apig_instance" "hundred" {
  name               = "hundred"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.hundred.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "hundred" {
  instance_id = huaweicloud_apig_instance.hundred.id
  nexthops    = ["172.31.0.0/16", "192.168.0.0/16"]
}

# The range of the VPC is not known.
resource "huaweicloud_vpc" "unknown" {
  name = "unknown"
  cidr = var.unknown
}

resource "huaweicloud_apig_instance" "unknown" {
  name               = "unknown"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.unknown.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id
  nexthops    = ["172.31.0.0/16"]
}

# The VPC is not declared here.
resource "huaweicloud_apig_instance" "foreign" {
  name               = "foreign"
  edition            = "BASIC"
  vpc_id             = var.unknown
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_routes" "foreign" {
  instance_id = huaweicloud_apig_instance.foreign.id
  nexthops    = ["172.31.0.0/16"]
}
