variable "gateway_id" {
  type = string
}

variable "name" {
  type = string
}

resource "huaweicloud_apig_throttling_policy" "this" { # want `resource "huaweicloud_apig_throttling_policy" "this"` `module.policies\["busy"\].huaweicloud_apig_throttling_policy.this is not bound to any API`
  instance_id = var.gateway_id
  name        = var.name
}

output "id" {
  value = huaweicloud_apig_throttling_policy.this.id
}
