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

# Terraform asks for the inputs of a module that there is no instance of, too.
module "none" { # want `module "none"` `^module.none has no gateway and no name, which are required: the plan fails$` help `^set gateway and name$`
  source = "./group"
  count  = 0
}

module "empty" { # want `module "empty"` `^module.empty has no name, which is required: the plan fails$` help `^set name$`
  source   = "./group"
  for_each = {}

  gateway = each.value
}
