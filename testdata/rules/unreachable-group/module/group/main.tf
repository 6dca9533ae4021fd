variable "gateway_id" {
  type = string
}

variable "name" {
  type = string
}

variable "domain" {
  type    = string
  default = null
}

resource "huaweicloud_apig_group" "this" { # want `resource "huaweicloud_apig_group" "this"` `module.group\["stock"\].huaweicloud_apig_group.this has APIs`
  instance_id = var.gateway_id
  name        = var.name
}

resource "huaweicloud_apig_group_domain_associate" "this" {
  count = var.domain == null ? 0 : 1

  instance_id = var.gateway_id
  group_id    = huaweicloud_apig_group.this.id
  url_domain  = var.domain
}

output "id" {
  value = huaweicloud_apig_group.this.id
}
