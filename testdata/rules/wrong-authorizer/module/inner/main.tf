variable "authorizer" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  authorizer_id = var.authorizer # want `var.authorizer` `module.wrong.huaweicloud_apig_api.this uses huaweicloud_apig_custom_authorizer.sides\["back"\] for its callers`
}
