variable "name" {
  type = string
}

resource "huaweicloud_apig_environment" "this" { # want `resource "huaweicloud_apig_environment" "this"` `module.stages\["RELEASE"\].huaweicloud_apig_environment.this is named RELEASE`
  name = var.name
}
