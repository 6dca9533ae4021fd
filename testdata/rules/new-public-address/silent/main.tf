variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

variable "size" {
  type = number
}

# It had no address before.
resource "huaweicloud_apig_instance" "none" {
  name                            = "none"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
}

# It has none any more, which another rule tells.
resource "huaweicloud_apig_instance" "gone" {
  name               = "gone"
  edition            = "BASIC"
  vpc_id             = var.vpc_id
  subnet_id          = var.subnet_id
  security_group_id  = var.security_group_id
  availability_zones = ["az1"]
}

# Another argument leaves the address.
resource "huaweicloud_apig_instance" "other" {
  name                            = "other"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 5
  ingress_bandwidth_charging_mode = "bandwidth"
  description                     = "for partners"
}

# The same number.
resource "huaweicloud_apig_instance" "spelt" {
  name                            = "spelt"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = "5"
  ingress_bandwidth_charging_mode = "bandwidth"
}

# Terraform does not plan what it is told to ignore.
resource "huaweicloud_apig_instance" "ignored" {
  name                            = "ignored"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 10
  ingress_bandwidth_charging_mode = "bandwidth"

  lifecycle {
    ignore_changes = [ingress_bandwidth_size]
  }
}

# Perhaps the size is the one that it was.
resource "huaweicloud_apig_instance" "unknown" {
  name                            = "unknown"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = var.size
  ingress_bandwidth_charging_mode = "bandwidth"
}

# A new gateway has no callers yet.
resource "huaweicloud_apig_instance" "fresh" {
  name                            = "fresh"
  edition                         = "BASIC"
  vpc_id                          = var.vpc_id
  subnet_id                       = var.subnet_id
  security_group_id               = var.security_group_id
  availability_zones              = ["az1"]
  ingress_bandwidth_size          = 10
  ingress_bandwidth_charging_mode = "bandwidth"
}
