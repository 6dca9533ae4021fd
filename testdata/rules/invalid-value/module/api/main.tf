variable "type" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  name = "this"
  type = var.type # want `var.type` `type of module.api.huaweicloud_apig_api.this is "Pubic"`
}
