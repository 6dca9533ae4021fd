resource "huaweicloud_dns_zone" "internal" {
  name          = "internal.example.org."
  zone_type     = "private"
  proxy_pattern = "RECURSIVE"

  router {
    router_id = huaweicloud_vpc.main.id
  }
}
