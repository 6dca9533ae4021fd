output "secret" {
  value     = "c2VjcmV0"
  sensitive = true
}
