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
    MIIBMTCB2KADAgECAgELMAoGCCqGSM49BAMCMBExDzANBgNVBAMTBm9yZGVyczAe
    Fw0yMDAxMDEwMDAwMDBaFw0zNzEyMzEwMDAwMDBaMBExDzANBgNVBAMTBm9yZGVy
    czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLHyrIiAyt7YwZh1NQ262lHfe56b
    U9WC7ykweu/Ceenr45xb0ZEmFq/JzcaCygSAFPMR18jn6UXTwQKsWb/9kzSjITAf
    MB0GA1UdEQQWMBSCEm9yZGVycy5leGFtcGxlLmNvbTAKBggqhkjOPQQDAgNIADBF
    AiEA9Bc3J5LO0Yl/iRFik4CCDBkCXDYu/cCe1d1JfixyRdcCIHbW0z+OGsy9biHv
    NupCfedMFvImCgKYXPWgU6TLsCli
    -----END CERTIFICATE-----
  EOT
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "shop" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = huaweicloud_apig_certificate.shop.id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.shop.url_domain]
}
