variable "zone_id" {
  type = string
}

# Callers on the internet do not see a private zone.
resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  edition                = "BASIC"
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  url_domains {
    name = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_group.shop binds shop.example.com, but only a private zone has a record for it` help `add a huaweicloud_dns_recordset for shop.example.com to huaweicloud_dns_zone.public with records = .huaweicloud_apig_instance.main.ingress_address.`
  }
  # Silent: both zones have it.
  url_domains {
    name = "both.example.com"
  }
  # Silent: the zone may be the public one.
  url_domains {
    name = "any.example.com"
  }
  # Silent: all names of the longer zone are private.
  url_domains {
    name = "shop.internal.example.com"
  }
}

# Silent: all callers are in the VPC.
resource "huaweicloud_apig_instance" "private" {
  name    = "private"
  edition = "BASIC"
}

resource "huaweicloud_apig_group" "private" {
  instance_id = huaweicloud_apig_instance.private.id
  name        = "private"

  url_domains {
    name = "private.example.com"
  }
}

resource "huaweicloud_dns_zone" "private" {
  name      = "example.com."
  zone_type = "private"
}

resource "huaweicloud_dns_zone" "public" {
  name = "example.com."
}

resource "huaweicloud_dns_zone" "internal" {
  name      = "internal.example.com."
  zone_type = "private"
}

locals {
  records = {
    shop     = ["shop.example.com.", huaweicloud_dns_zone.private.id]
    both     = ["both.example.com.", huaweicloud_dns_zone.private.id]
    public   = ["both.example.com.", huaweicloud_dns_zone.public.id]
    any      = ["any.example.com.", var.zone_id]
    internal = ["shop.internal.example.com.", huaweicloud_dns_zone.internal.id]
    private  = ["private.example.com.", huaweicloud_dns_zone.private.id]
  }
}

resource "huaweicloud_dns_recordset" "all" {
  for_each = local.records
  zone_id  = each.value[1]
  name     = each.value[0]
  type     = "A"
  records  = ["8.8.4.4"]
}
