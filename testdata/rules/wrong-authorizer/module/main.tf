resource "huaweicloud_apig_custom_authorizer" "sides" {
  for_each = { front = "FRONTEND", back = "BACKEND" }
  type     = each.value
}

module "right" {
  source     = "./inner"
  authorizer = huaweicloud_apig_custom_authorizer.sides["front"].id
}

module "wrong" {
  source     = "./inner"
  authorizer = huaweicloud_apig_custom_authorizer.sides["back"].id
}
