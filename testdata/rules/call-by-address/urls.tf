variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  edition                = "BASIC"
  vpc_id                 = var.network.vpc_id
  subnet_id              = var.network.subnet_id
  security_group_id      = var.network.security_group_id
  availability_zones     = ["az1"]
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "main" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "main"
  domain_access_enabled = false
}

resource "huaweicloud_apig_group_domain_associate" "main" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.main.id
  url_domain         = "main.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_api" "main" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.main.id
  name                    = "main"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/main"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

locals {
  address = huaweicloud_apig_instance.main.ingress_address
  base    = "http://${local.address}" # want `"http://${local.address}"` `this URL uses the IP address of huaweicloud_apig_instance.main, where only the group DEFAULT answers: calls to huaweicloud_apig_api.main get APIG.0101`
}

output "format" {
  value = format("https://%s/orders", local.address) # want `format("https://%s/orders", local.address)` `APIG.0101`
}

# The URL is a part of the value, and the address the private one.
output "nested" {
  value = {
    orders = ["https://${huaweicloud_apig_instance.main.vpc_ingress_address}:443/orders"] # want `"https://${huaweicloud_apig_instance.main.vpc_ingress_address}:443/orders"` `this URL uses the IP address of huaweicloud_apig_instance.main, where only the group DEFAULT answers`
  }
}

resource "local_file" "env" {
  filename = "env"
  content  = "https://${local.address}/" # want `"https://${local.address}/"` `APIG.0101`
}

# The base is reported where it is built.
output "base" {
  value = "${local.base}/orders"
}

# An address is no URL.
output "address" {
  value = local.address
}

# The host is another.
output "other" {
  value = "https://status.example.com/?address=${local.address}"
}

variable "host" {
  type = string
}

# The host is not known.
output "unknown" {
  value = "https://${var.host}/${local.address}"
}

# A domain of the group.
output "domain" {
  value = "https://${huaweicloud_apig_group_domain_associate.main.url_domain}/orders"
}

# The rest of the URL differs from element to element.
output "each" {
  value = { for port in var.ports : port => "https://${local.address}:${port}/orders" } # want `"https://${local.address}:${port}/orders"` `APIG.0101`
}

# So does the host.
output "every" {
  value = [for host in var.ports : "https://${host}:443/${local.address}"]
}

variable "ports" {
  type = set(string)
}
