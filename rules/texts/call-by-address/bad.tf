output "orders" {
  value = "https://${huaweicloud_apig_instance.main.ingress_address}/orders"
}
