module "right" {
  source  = "./route"
  backend = "/v1/orders/{number}"
}

module "wrong" {
  source  = "./route"
  backend = "/v1/orders/{order}"
}
