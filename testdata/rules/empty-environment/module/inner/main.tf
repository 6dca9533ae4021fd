variable "gateway_id" {
  type = string
}

resource "huaweicloud_apig_environment" "this" { # want `resource "huaweicloud_apig_environment" "this"` `no API is published to module.stages.huaweicloud_apig_environment.this\["GAMMA"\]`
  for_each    = toset(["BETA", "GAMMA"])
  instance_id = var.gateway_id
  name        = each.key
}

output "ids" {
  value = { for name, stage in huaweicloud_apig_environment.this : name => stage.id }
}
