module "bind" {
  source   = "./bind"
  for_each = toset(["shop.example.com", "http://orders.example.com"])

  host = each.value
}
