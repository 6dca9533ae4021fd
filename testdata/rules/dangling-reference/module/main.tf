module "gateway" {
  source = "./gateway"
  name   = "shop"
}

module "missing" {
  source = "./missing"
}

output "gateway" {
  value = module.gateway.gatewy # want `module.gateway.gatewy` `^output.gateway refers to module.gateway.gatewy, but module.gateway has no output gatewy: the plan fails$` help `^refer to module.gateway.gateway$`
}

# Silent: a module that could not be loaded may have any output.
output "missing" {
  value = [module.missing.anything, module.gateway.gateway]
}
