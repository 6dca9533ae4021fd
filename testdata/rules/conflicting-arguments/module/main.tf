module "api" {
  source         = "./api"
  authentication = "IAM"
}
