variable "gateway" {
  type = string
}

module "group" {
  source = "../group"

  gateway = var.gateway
  labels  = {} # want `labels` `^module.outer.module.group is given labels, but the module has no such variable: the plan fails$`
}
