variable "gateway" {
  type = string
}

variable "port" {
  type = number
}

resource "huaweicloud_apig_instance_ingress_port" "this" {
  instance_id = var.gateway
  port        = var.port
  protocol    = "HTTPS"
}
