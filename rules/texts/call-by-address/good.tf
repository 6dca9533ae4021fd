output "orders" {
  value = "https://${huaweicloud_apig_group_domain_associate.shop.url_domain}/orders"
}
