variable "gateway" {
  type = string
}

locals {
  gateway = var.gateway
}

module "group" {
  source     = "./group"
  depends_on = [module.plain]

  gateway = local.gateway
  nane    = "orders" # want `nane` `^module.group is given nane, but the module has no such variable \(did you mean name\?\): the plan fails$` help `^rename it to name$`
  tags    = {}       # want `tags` `^module.group is given tags, but` help `^remove tags, or declare the variable in the module$`
}

module "each" {
  source   = "./group"
  for_each = toset(["a", "b"])

  gateway = local.gateway
  key     = each.key # want `key` `^module.each\["a"\] is given key, but`
}

module "outer" {
  source  = "./outer"
  gateway = local.gateway
}

# Nothing of the gateway is behind it.
module "plain" {
  source = "./plain"
  tags   = {}
}

# Which module that is cannot be known here.
module "elsewhere" {
  source  = "git::https://example.com/group.git"
  gateway = local.gateway
  tags    = {}
}
