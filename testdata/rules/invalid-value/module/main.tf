module "api" {
  source = "./api"
  type   = "Pubic"
}
