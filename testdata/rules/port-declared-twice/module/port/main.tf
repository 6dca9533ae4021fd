variable "gateway" {
  type = string
}

resource "huaweicloud_apig_instance_ingress_port" "this" {
  instance_id = var.gateway
  port        = 9443
  protocol    = "HTTPS"
}
