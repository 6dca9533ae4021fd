resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.vpc_id
  subnet_id          = var.subnet_id
  security_group_id  = var.security_group_id
  availability_zones = ["az1"]
}

variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

module "shop" {
  source      = "./modules/routes"
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  backends    = { list = "10.0.0.8:8080", item = "10.0.0.8:8080" }
}
