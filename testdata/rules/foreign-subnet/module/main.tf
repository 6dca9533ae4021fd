module "network" {
  source   = "./network"
  for_each = toset(["a", "b"])
}

variable "network" {
  type = object({ vpc_id = string, security_group_id = string })
}

resource "huaweicloud_apig_instance" "wrong" {
  name               = "wrong"
  edition            = "BASIC"
  vpc_id             = module.network["a"].vpc_id
  subnet_id          = module.network["b"].subnet_id # want `module.network["b"].subnet_id` `huaweicloud_apig_instance.wrong is in module.network..a...huaweicloud_vpc.this, but its subnet module.network..b...huaweicloud_vpc_subnet.this belongs to module.network..b...huaweicloud_vpc.this` help `set vpc_id = module.network..b...huaweicloud_vpc.this.id, or subnet_id to a subnet of module.network..a...huaweicloud_vpc.this`
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance" "right" {
  name               = "right"
  edition            = "BASIC"
  vpc_id             = module.network["a"].vpc_id
  subnet_id          = module.network["a"].subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}
