resource "huaweicloud_dns_zone" "public" {
  name        = "${var.domain}."
  description = "Names of the services, for callers on the internet"
  zone_type   = "public"
}

resource "huaweicloud_dns_recordset" "public" {
  for_each = module.service

  zone_id = huaweicloud_dns_zone.public.id
  name    = "${each.value.host}."
  type    = "A"
  ttl     = 300
  records = [module.gateway.ingress_address]
}

# Services that call each other stay inside.
resource "huaweicloud_dns_zone" "private" {
  name      = "${var.domain}."
  zone_type = "private"

  dynamic "router" {
    for_each = module.network.vpc_ids

    content {
      router_id = router.value
    }
  }
}

resource "huaweicloud_dns_recordset" "private" {
  for_each = module.service

  zone_id = huaweicloud_dns_zone.private.id
  name    = "${each.value.host}."
  type    = "A"
  ttl     = 60
  records = [module.gateway.vpc_ingress_address]
}
