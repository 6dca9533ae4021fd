module "api" {
  source  = "./api"
  channel = "channel"
}
