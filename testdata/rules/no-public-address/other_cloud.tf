# A proxy of another provider.
variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

variable "pool_id" {
  type = string
}

resource "huaweicloud_dns_zone" "public" {
  name = "example.com"
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

resource "huaweicloud_vpc_subnet" "main" {
  name       = "main"
  vpc_id     = var.network.vpc_id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_apig_group" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "main"
}

resource "huaweicloud_apig_group_domain_associate" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.main.id
  url_domain  = "main.example.com"
}

resource "huaweicloud_dns_recordset" "main" {
  zone_id = huaweicloud_dns_zone.public.id
  name    = "main.example.com."
  type    = "A"
  records = ["8.8.4.4"]
}

resource "kubernetes_config_map" "main" {
  data = {
    upstream = huaweicloud_apig_instance.main.vpc_ingress_address
  }
}
