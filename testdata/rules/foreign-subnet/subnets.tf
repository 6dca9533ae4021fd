variable "network" {
  type = object({ vpc_id = string, security_group_id = string })
}

resource "huaweicloud_vpc" "a" {
  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc" "b" {
  name = "b"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "a" {
  name       = "a"
  vpc_id     = huaweicloud_vpc.a.id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_vpc_subnet" "b" {
  name       = "b"
  vpc_id     = huaweicloud_vpc.b.id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_vpc_subnet" "literal" {
  name       = "literal"
  vpc_id     = "vpc-1"
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_vpc_subnet" "unknown" {
  name       = "unknown"
  vpc_id     = var.network.vpc_id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

# Of the other VPC, through a local.
locals {
  subnet_id = huaweicloud_vpc_subnet.b.id
}

resource "huaweicloud_apig_instance" "other" {
  name               = "other"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.a.id
  subnet_id          = local.subnet_id # want `local.subnet_id` `huaweicloud_apig_instance.other is in huaweicloud_vpc.a, but its subnet huaweicloud_vpc_subnet.b belongs to huaweicloud_vpc.b: the apply fails` help `set vpc_id = huaweicloud_vpc.b.id, or subnet_id to a subnet of huaweicloud_vpc.a`
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "literal" {
  name               = "literal"
  edition            = "BASIC"
  vpc_id             = "vpc-2"
  subnet_id          = huaweicloud_vpc_subnet.literal.id # want `huaweicloud_vpc_subnet.literal.id` `huaweicloud_apig_instance.literal and its subnet huaweicloud_vpc_subnet.literal are in different VPCs` help `set vpc_id = huaweicloud_vpc_subnet.literal.vpc_id`
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

# Of the same VPC.
resource "huaweicloud_apig_instance" "same" {
  name               = "same"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.a.id
  subnet_id          = huaweicloud_vpc_subnet.a.id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "through" {
  name               = "through"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc_subnet.b.vpc_id
  subnet_id          = huaweicloud_vpc_subnet.b.id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "text" {
  name               = "text"
  edition            = "BASIC"
  vpc_id             = "vpc-1"
  subnet_id          = huaweicloud_vpc_subnet.literal.id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

# Not known.
resource "huaweicloud_apig_instance" "unknown" {
  name               = "unknown"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.a.id
  subnet_id          = huaweicloud_vpc_subnet.unknown.id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "mixed" {
  name               = "mixed"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.a.id
  subnet_id          = huaweicloud_vpc_subnet.literal.id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "foreign" {
  name               = "foreign"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.a.id
  subnet_id          = "subnet"
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}
