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
    MIIBKjCB0qADAgECAgEGMAoGCCqGSM49BAMCMA8xDTALBgNVBAMTBHNob3AwHhcN
    MTUwMTAxMDAwMDAwWhcNMjAwMTAxMDAwMDAwWjAPMQ0wCwYDVQQDEwRzaG9wMFkw
    EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsfKsiIDK3tjBmHU1DbraUd97nptT1YLv
    KTB678J56evjnFvRkSYWr8nNxoLKBIAU8xHXyOfpRdPBAqxZv/2TNKMfMB0wGwYD
    VR0RBBQwEoIQc2hvcC5leGFtcGxlLmNvbTAKBggqhkjOPQQDAgNHADBEAiAgT4mz
    Ol4RkIp/fHgvUM2ngDkP2n19Oq2q6Wy5merdSAIgbBr39p5lhke0wFmdSlSHduCG
    SjPgODLfJ55MFkrsXcc=
    -----END CERTIFICATE-----
  EOT
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "shop" {
  instance_id                  = huaweicloud_apig_instance.main.id
  certificate_id               = huaweicloud_apig_certificate.shop.id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.shop.url_domain]
}
