# Silent: the zone may be the domain's, and it is private.
variable "zone" {
  type = string
}

locals {
  region = "cn-east-3"
}

resource "huaweicloud_apig_instance" "main" {
  region                 = local.region
  name                   = "main"
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "main"

  url_domains {
    name = "shop.example.com"
  }
}

resource "huaweicloud_dns_zone" "unknown" {
  name      = var.zone
  zone_type = "private"
}
