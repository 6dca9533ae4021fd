module "gateway" {
  source = "./gateway"
  routes = ["172.31.0.0/16"]
}
