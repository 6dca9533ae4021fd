module "erp" {
  source  = "./gateway"
  members = ["121.36.10.20", "10.1.0.7"]
}

# No member at a public address.
module "shop" {
  source  = "./gateway"
  members = ["10.1.0.7"]
}
