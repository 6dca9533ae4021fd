module "closed" {
  source = "./gateway"
  ports  = ["80", "443"]
}

module "open" {
  source = "./gateway"
  ports  = ["443", "5000-6000"]
}
