variable "name" {
  default = "orders"
}

output "name" {
  value = var.name
}
