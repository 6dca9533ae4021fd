variable "name" {
  type = string
}

resource "huaweicloud_apig_instance" "this" {
  name        = var.name
  description = var.description # want `var.description` `^module.gateway.huaweicloud_apig_instance.this refers to var.description, but this module has no variable description: the plan fails$` help `^declare the variable description$`
}

output "gateway" {
  value = huaweicloud_apig_instance.this.id
}
