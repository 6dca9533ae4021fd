variable "anything" {
}

module "whole" {
  source = "./group"

  gateway = var.anything
  name    = "whole"
}

module "half" { # want `module "half"` `^module.half has no gateway, which is required: the plan fails$` help `^set gateway$`
  source = "./group"

  name = "half"
}

module "each" { # want `module "each"` `^module.each\["a"\] has no gateway and no name, which are required: the plan fails$` help `^set gateway and name$`
  source   = "./group"
  for_each = toset(["a"])
}

# What is not called need not be given anything.
module "none" {
  source = "./group"
  count  = 0
}
