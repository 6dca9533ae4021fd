variable "name" {
  type = string
}

resource "huaweicloud_apig_instance" "this" {
  name        = var.name
  description = var.description # want `var.description` `module.gateway.huaweicloud_apig_instance.this refers to var.description: no variable description is declared in this module$`
}

output "gateway" {
  value = huaweicloud_apig_instance.this.id
}
