locals {
  protocols = { old = "HTTP", new = "HTTPS" }
}

module "orders" {
  source   = "./inner"
  for_each = local.protocols
  protocol = each.value
}
