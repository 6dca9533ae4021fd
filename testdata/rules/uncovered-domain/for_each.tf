# A certificate for each service, in the order of their names, and a host for each.
locals {
  services = {
    orders = "orders.example.com"
    shop   = "store.example.com"
  }

  certificates = {
    orders = <<-EOT
      -----BEGIN CERTIFICATE-----
      MIIBMTCB2KADAgECAgELMAoGCCqGSM49BAMCMBExDzANBgNVBAMTBm9yZGVyczAe
      Fw0yMDAxMDEwMDAwMDBaFw0zNzEyMzEwMDAwMDBaMBExDzANBgNVBAMTBm9yZGVy
      czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLHyrIiAyt7YwZh1NQ262lHfe56b
      U9WC7ykweu/Ceenr45xb0ZEmFq/JzcaCygSAFPMR18jn6UXTwQKsWb/9kzSjITAf
      MB0GA1UdEQQWMBSCEm9yZGVycy5leGFtcGxlLmNvbTAKBggqhkjOPQQDAgNIADBF
      AiEA9Bc3J5LO0Yl/iRFik4CCDBkCXDYu/cCe1d1JfixyRdcCIHbW0z+OGsy9biHv
      NupCfedMFvImCgKYXPWgU6TLsCli
      -----END CERTIFICATE-----
    EOT
    shop   = <<-EOT
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
}

resource "huaweicloud_apig_certificate" "services" {
  for_each = local.services
  content  = local.certificates[each.key]
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "services" {
  for_each                     = local.services
  certificate_id               = huaweicloud_apig_certificate.services[each.key].id
  verify_disabled_domain_names = [each.value] # want `each.value` `services\["shop"\] binds huaweicloud_apig_certificate.services\["shop"\] to store.example.com, but the certificate is for shop.example.com`
}
