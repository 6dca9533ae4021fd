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
    -----BEGIN CERTIFICATE-----
    MIIBWzCCAQKgAwIBAgIBAzAKBggqhkjOPQQDAjASMRAwDgYDVQQDEwdUZXN0IENB
    MB4XDTIwMDEwMTAwMDAwMFoXDTM3MTIzMTAwMDAwMFowGzEZMBcGA1UEAxMQc2hv
    cC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLHyrIiAyt7Y
    wZh1NQ262lHfe56bU9WC7ykweu/Ceenr45xb0ZEmFq/JzcaCygSAFPMR18jn6UXT
    wQKsWb/9kzSjQDA+MB8GA1UdIwQYMBaAFIBjVga4dByObqrjSV+cvR6D4EBFMBsG
    A1UdEQQUMBKCEHNob3AuZXhhbXBsZS5jb20wCgYIKoZIzj0EAwIDRwAwRAIgX9Cc
    Am5G5Zzo9/1OMtlLIevqHLzfZT3u2+j/CpdV2VUCIHJ+l8mpDOrUNqwYtWD6bDYn
    gL7M51MKEPP4bR+6RtZR
    -----END CERTIFICATE-----
  EOT
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "shop" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = huaweicloud_apig_certificate.shop.id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.shop.url_domain]
}
