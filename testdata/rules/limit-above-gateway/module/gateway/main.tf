variable "rate" {
  type = number
}

resource "huaweicloud_apig_instance" "this" {
  name = "this"
}

resource "huaweicloud_apig_instance_feature" "rate" {
  instance_id = huaweicloud_apig_instance.this.id
  name        = "ratelimit"
  enabled     = true
  config      = jsonencode({ api_limits = var.rate })
}

output "id" {
  value = huaweicloud_apig_instance.this.id
}
