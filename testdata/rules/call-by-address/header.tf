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

# The header says which group is meant; the local is what goes with it.
locals {
  base = "http://${huaweicloud_apig_instance.main.ingress_address}"
}

data "http" "probe" {
  url             = "https://${huaweicloud_apig_instance.main.ingress_address}/orders"
  request_headers = { Host = "shop.example.com" }
}

resource "local_file" "probe" {
  filename = "probe.sh"
  content  = "curl -H 'Host: shop.example.com' ${format("https://%s", huaweicloud_apig_instance.main.ingress_address)}/orders"
}
