module "orders" {
  source = "./inner"
}
