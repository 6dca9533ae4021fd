resource "huaweicloud_dns_zone" "internal" {
  name          = "internal.example.org."
  proxy_pattern = "RECURSIVE"
}
