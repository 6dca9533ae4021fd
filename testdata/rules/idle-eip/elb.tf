variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "eip_id" {
  type = string
}

# ELB gateways take none.
resource "huaweicloud_apig_instance" "elb" {
  name               = "elb"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  region             = "cn-north-4"
  eip_id             = huaweicloud_vpc_eip.elb.id # want `huaweicloud_vpc_eip.elb.id` `huaweicloud_apig_instance.elb sets eip_id, which an ELB gateway ignores` help `set ingress_bandwidth_size on huaweicloud_apig_instance.elb and remove eip_id`
}

resource "huaweicloud_vpc_eip" "elb" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name       = "elb"
    size       = 5
    share_type = "PER"
  }
}
resource "huaweicloud_apig_instance" "literal" {
  name               = "literal"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  region             = "cn-north-4"
  eip_id             = "id" # want `"id"` `huaweicloud_apig_instance.literal sets eip_id, which an ELB gateway ignores`
}

# Perhaps it is null.
resource "huaweicloud_apig_instance" "unknown" {
  name               = "unknown"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  region             = "cn-north-4"
  eip_id             = var.eip_id
}

# LVS.
resource "huaweicloud_apig_instance" "lvs" {
  name                  = "lvs"
  edition               = "BASIC"
  vpc_id                = var.network.vpc_id
  subnet_id             = var.network.subnet_id
  security_group_id     = var.network.security_group_id
  availability_zones    = ["az1"]
  loadbalancer_provider = "lvs"
  eip_id                = "id"
}

# Whatever it is.
resource "huaweicloud_apig_instance" "any" {
  name               = "any"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
  eip_id             = "id"
}
