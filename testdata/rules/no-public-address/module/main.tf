module "gateway" {
  source   = "./gateway"
  for_each = toset(["a", "b"])
}

output "addresses" {
  value = { for k, m in module.gateway : k => m.address }
}
