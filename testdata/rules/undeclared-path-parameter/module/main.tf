module "list" {
  source = "./route"
  path   = "/orders"
  params = []
}

module "order" {
  source = "./route"
  path   = "/orders/{id}"
  params = ["id"]
}

module "wrong" {
  source = "./route"
  path   = "/orders/{id}"
  params = []
}
