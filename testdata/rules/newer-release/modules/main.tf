# What the modules allow together counts: the bandwidth came with 1.61.1, and one that there is no instance of asks for 1.70.0.
module "gateway" {
  source = "./gateway"
  name   = "main"
}

module "off" {
  count  = 0
  source = "./off"
}
