variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

locals {
  ports = { 8080 = "HTTP", 8443 = "HTTPS" }
}

resource "huaweicloud_apig_instance" "this" {
  name               = "this"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  dynamic "custom_ingress_ports" { # want `dynamic "custom_ingress_ports"` `huaweicloud_apig_instance.this sets custom_ingress_ports, and module.port.huaweicloud_apig_instance_ingress_port.this adds another port` help `declare all custom ports of huaweicloud_apig_instance.this either in custom_ingress_ports or in resources`
    for_each = local.ports

    content {
      port     = custom_ingress_ports.key
      protocol = custom_ingress_ports.value
    }
  }
}

module "port" {
  source  = "./port"
  gateway = huaweicloud_apig_instance.this.id
}
