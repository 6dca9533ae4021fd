module "open" {
  source = "./api"
}

module "closed" {
  source         = "./api"
  authentication = "APP"
}
