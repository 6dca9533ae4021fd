variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

locals {
  sizes = { shop = 5, plant = 20 }
}

module "gateways" {
  source            = "./modules/gateways"
  sizes             = local.sizes
  vpc_id            = var.vpc_id
  subnet_id         = var.subnet_id
  security_group_id = var.security_group_id
}
