resource "huaweicloud_apig_instance" "this" {
  name               = var.name
  edition            = var.edition
  availability_zones = var.availability_zones
  vpc_id             = var.vpc_id
  subnet_id          = var.subnet_id
  security_group_id  = var.security_group_id

  ingress_bandwidth_size          = var.ingress_bandwidth
  ingress_bandwidth_charging_mode = "bandwidth"
  maintain_begin                  = "22:00:00"

  dynamic "custom_ingress_ports" {
    for_each = var.https_ports

    content {
      port     = custom_ingress_ports.value
      protocol = "HTTPS"
    }
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "huaweicloud_apig_instance_feature" "this" {
  for_each = var.features

  instance_id = huaweicloud_apig_instance.this.id
  name        = each.key
  enabled     = true
  config      = each.value
}

resource "huaweicloud_apig_instance_routes" "this" {
  count = length(var.routes) > 0 ? 1 : 0

  instance_id = huaweicloud_apig_instance.this.id
  nexthops    = var.routes
}

resource "huaweicloud_apig_environment" "this" {
  for_each = var.stages

  instance_id = huaweicloud_apig_instance.this.id
  name        = each.key
  description = each.value.description
}
