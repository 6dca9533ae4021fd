module "stages" {
  source   = "./inner"
  for_each = toset(["BETA", "RELEASE"])
  name     = each.key
}
