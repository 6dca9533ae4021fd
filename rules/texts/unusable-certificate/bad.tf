variable "private_key" {
  type      = string
  sensitive = true
}

resource "huaweicloud_apig_certificate" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
  type        = "instance"
  private_key = var.private_key

  content = <<-EOT
    -----BEGIN CERTIFICATE REQUEST-----
    MIHVMH0CAQAwGzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49
    -----END CERTIFICATE REQUEST-----
  EOT
}
