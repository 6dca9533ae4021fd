module "api" {
  source  = "./api"
  timeout = 0
}
