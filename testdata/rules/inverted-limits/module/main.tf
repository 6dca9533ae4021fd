module "partners" {
  source = "./limits"
  whole  = 10
}
