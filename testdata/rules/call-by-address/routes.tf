variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "enabled" {
  type = bool
}

variable "group_id" {
  type = string
}

# The gateway finds the application by its key.
resource "huaweicloud_apig_instance" "on" {
  name                   = "on"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "on" {
  instance_id           = huaweicloud_apig_instance.on.id
  name                  = "on"
  domain_access_enabled = false
}

resource "huaweicloud_apig_group_domain_associate" "on" {
  instance_id        = huaweicloud_apig_instance.on.id
  group_id           = huaweicloud_apig_group.on.id
  url_domain         = "on.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "on" {
  instance_id             = huaweicloud_apig_instance.on.id
  group_id                = huaweicloud_apig_group.on.id
  name                    = "on"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/on"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_instance_feature" "on" {
  instance_id = huaweicloud_apig_instance.on.id
  name        = "app_route"
  enabled     = true
  config      = "on"
}

output "on" {
  value = "https://${huaweicloud_apig_instance.on.ingress_address}/orders"
}

# Perhaps it does.
resource "huaweicloud_apig_instance" "maybe" {
  name                   = "maybe"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "maybe" {
  instance_id           = huaweicloud_apig_instance.maybe.id
  name                  = "maybe"
  domain_access_enabled = false
}

resource "huaweicloud_apig_group_domain_associate" "maybe" {
  instance_id        = huaweicloud_apig_instance.maybe.id
  group_id           = huaweicloud_apig_group.maybe.id
  url_domain         = "maybe.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "maybe" {
  instance_id             = huaweicloud_apig_instance.maybe.id
  group_id                = huaweicloud_apig_group.maybe.id
  name                    = "maybe"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/maybe"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_instance_feature" "maybe" {
  instance_id = huaweicloud_apig_instance.maybe.id
  name        = "app_route"
  enabled     = var.enabled
  config      = "on"
}

output "maybe" {
  value = "https://${huaweicloud_apig_instance.maybe.ingress_address}/orders"
}

# Without enabled the feature is off.
resource "huaweicloud_apig_instance" "off" {
  name                   = "off"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "off" {
  instance_id           = huaweicloud_apig_instance.off.id
  name                  = "off"
  domain_access_enabled = false
}

resource "huaweicloud_apig_group_domain_associate" "off" {
  instance_id        = huaweicloud_apig_instance.off.id
  group_id           = huaweicloud_apig_group.off.id
  url_domain         = "off.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "off" {
  instance_id             = huaweicloud_apig_instance.off.id
  group_id                = huaweicloud_apig_group.off.id
  name                    = "off"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/off"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_instance_feature" "off" {
  instance_id = huaweicloud_apig_instance.off.id
  name        = "app_route"
  config      = "on"
}

output "off" {
  value = "https://${huaweicloud_apig_instance.off.ingress_address}/orders" # want `"https://${huaweicloud_apig_instance.off.ingress_address}/orders"` `APIG.0101`
}

# No API here: those that are called may be in the group DEFAULT.
resource "huaweicloud_apig_instance" "bare" {
  name                   = "bare"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = 5
}

output "bare" {
  value = "https://${huaweicloud_apig_instance.bare.ingress_address}/orders"
}

# One API may be in the group DEFAULT.
resource "huaweicloud_apig_instance" "default" {
  name                   = "default"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "default" {
  instance_id           = huaweicloud_apig_instance.default.id
  name                  = "default"
  domain_access_enabled = false
}

resource "huaweicloud_apig_group_domain_associate" "default" {
  instance_id        = huaweicloud_apig_instance.default.id
  group_id           = huaweicloud_apig_group.default.id
  url_domain         = "default.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "default" {
  instance_id             = huaweicloud_apig_instance.default.id
  group_id                = huaweicloud_apig_group.default.id
  name                    = "default"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/default"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api" "loose" {
  instance_id             = huaweicloud_apig_instance.default.id
  group_id                = var.group_id
  name                    = "loose"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/loose"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

output "default" {
  value = "https://${huaweicloud_apig_instance.default.ingress_address}/orders"
}
