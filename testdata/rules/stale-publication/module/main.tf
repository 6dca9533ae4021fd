locals {
  orders = { path = "/orders" }
}

module "literal" {
  source = "./api"
  path   = local.orders.path
  note   = "first version"
}

module "digest" {
  source = "./api"
  path   = local.orders.path
  note   = sha1(jsonencode(local.orders))
}
