module "newest" {
  source = "./inner"
}

module "frozen" {
  source     = "./inner"
  version_id = "5a7e3b0c1d2f4a6f"
}
