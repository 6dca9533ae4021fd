variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

# Only the bandwidth of outgoing calls is set, and the address is handed out.
resource "huaweicloud_apig_instance" "egress" { # want `resource "huaweicloud_apig_instance" "egress"` `huaweicloud_apig_instance.egress has no public address .bandwidth_size is for outbound calls only.` help `set ingress_bandwidth_size, or eip_id in cn-north-1 and na-mexico-1, on huaweicloud_apig_instance.egress`
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  bandwidth_size     = 5
}

output "egress" {
  value = huaweicloud_apig_instance.egress.ingress_address
}

locals {
  size    = 0
  address = huaweicloud_apig_instance.zero.ingress_address
}

# Zero is none; the address goes through a local into a resource of another provider.
resource "huaweicloud_apig_instance" "zero" { # want `resource "huaweicloud_apig_instance" "zero"` `huaweicloud_apig_instance.zero has no public address:`
  name                   = "main"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = local.size
}

resource "local_file" "address" {
  filename = "address"
  content  = "address: ${local.address}"
}

# Nobody asks for the address: callers may be in the VPC.
resource "huaweicloud_apig_instance" "private" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

# An address of its own.
resource "huaweicloud_apig_instance" "eip" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  eip_id             = var.eip_id
}

variable "eip_id" {
  type = string
}

output "eip" {
  value = huaweicloud_apig_instance.eip.ingress_address
}

# The bandwidth is not known.
resource "huaweicloud_apig_instance" "unknown" {
  name                   = "main"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = var.size
}

variable "size" {
  type = number
}

output "unknown" {
  value = huaweicloud_apig_instance.unknown.ingress_address
}

# Others give it an address.
resource "huaweicloud_apig_instance" "others" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  lifecycle {
    ignore_changes = [ingress_bandwidth_size, ingress_bandwidth_charging_mode]
  }
}

output "others" {
  value = huaweicloud_apig_instance.others.ingress_address
}

# Both addresses in one value: whoever reads it takes the one that there is.
resource "huaweicloud_apig_instance" "both" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

output "both" {
  value = [huaweicloud_apig_instance.both.ingress_address, huaweicloud_apig_instance.both.vpc_ingress_address]
}

# The private address is used.
resource "huaweicloud_apig_instance" "vpc" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

output "vpc" {
  value = huaweicloud_apig_instance.vpc.vpc_ingress_address
}
