module "orders" {
  source  = "./backend"
  address = "203.0.113.8"
}

module "customers" {
  source  = "./backend"
  address = "10.1.0.8"
}
