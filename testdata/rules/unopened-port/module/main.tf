variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

resource "huaweicloud_apig_instance" "this" {
  name               = "this"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "this" {
  instance_id = huaweicloud_apig_instance.this.id
  name        = "this"
}

module "port" {
  source   = "./port"
  for_each = toset(["8443", "9443"])
  gateway  = huaweicloud_apig_instance.this.id
  port     = tonumber(each.key)
}

# The gateway is the group's.
resource "huaweicloud_apig_group_domain_associate" "this" {
  for_each = { a = 8443, b = 9443, c = 7443 }

  instance_id        = "gateway"
  group_id           = huaweicloud_apig_group.this.id
  url_domain         = "${each.key}.example.com"
  ingress_http_port  = -1
  ingress_https_port = each.value # want `each.value` `huaweicloud_apig_group_domain_associate.this..c.. offers HTTPS on port 7443, which huaweicloud_apig_instance.this does not open`
}
