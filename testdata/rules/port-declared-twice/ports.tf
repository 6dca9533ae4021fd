variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "number" {
  type = number
}

# Both.
resource "huaweicloud_apig_instance" "both" {
  name               = "both"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  custom_ingress_ports { # want `custom_ingress_ports` `huaweicloud_apig_instance.both sets custom_ingress_ports, and huaweicloud_apig_instance_ingress_port.both adds another port: each apply undoes the other`
    port     = 8080
    protocol = "HTTP"
  }
}

resource "huaweicloud_apig_instance_ingress_port" "both" {
  instance_id = huaweicloud_apig_instance.both.id
  port        = 8443
  protocol    = "HTTPS"
}

# Blocks alone.
resource "huaweicloud_apig_instance" "blocks" {
  name               = "blocks"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  custom_ingress_ports {
    port     = 8080
    protocol = "HTTP"
  }

  custom_ingress_ports {
    port     = 8443
    protocol = "HTTPS"
  }
}

# Resources alone.
resource "huaweicloud_apig_instance" "alone" {
  name               = "alone"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_ingress_port" "alone" {
  instance_id = huaweicloud_apig_instance.alone.id
  port        = 8443
  protocol    = "HTTPS"
}

# Perhaps there is none.
resource "huaweicloud_apig_instance" "maybe" {
  name               = "maybe"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  custom_ingress_ports {
    port     = 8080
    protocol = "HTTP"
  }
}

resource "huaweicloud_apig_instance_ingress_port" "maybe" {
  count = var.number

  instance_id = huaweicloud_apig_instance.maybe.id
  port        = 8443 + count.index
  protocol    = "HTTPS"
}

# Of any gateway.
resource "huaweicloud_apig_instance_ingress_port" "any" {
  instance_id = var.network.vpc_id
  port        = 8443
  protocol    = "HTTPS"
}

# The gateway leaves its ports to the resource: an apply removes none.
resource "huaweicloud_apig_instance" "left" {
  name               = "left"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]

  custom_ingress_ports {
    port     = 8080
    protocol = "HTTP"
  }

  lifecycle {
    ignore_changes = [custom_ingress_ports]
  }
}

resource "huaweicloud_apig_instance_ingress_port" "left" {
  instance_id = huaweicloud_apig_instance.left.id
  port        = 8443
  protocol    = "HTTPS"
}
