variable "gateway" {
  type = string
}

resource "huaweicloud_apig_group" "this" {
  instance_id = var.gateway
  name        = "shop" # want `"shop"` `module.second.huaweicloud_apig_group.this has the name "shop", like module.first.huaweicloud_apig_group.this`
}
