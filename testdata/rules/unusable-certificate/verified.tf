variable "unknown" {
  type = string
}

resource "huaweicloud_apig_certificate" "shop" {
  type = "instance"
}

resource "huaweicloud_apig_certificate" "mutual" {
  type            = "instance"
  trusted_root_ca = var.unknown
}

resource "huaweicloud_apig_domain_certificate_associate" "shop" {
  certificate_id                      = huaweicloud_apig_certificate.shop.id
  verified_client_certificate_enabled = true # want `true` `huaweicloud_apig_domain_certificate_associate.shop verifies client certificates, and huaweicloud_apig_certificate.shop has no trusted_root_ca to verify them with` help `^set trusted_root_ca`
}

resource "huaweicloud_apig_domain_certificate_associate" "right" {
  for_each = { mutual = huaweicloud_apig_certificate.mutual.id, elsewhere = var.unknown }

  certificate_id                      = each.value
  verified_client_certificate_enabled = true
}

resource "huaweicloud_apig_domain_certificate_associate" "off" {
  certificate_id                      = huaweicloud_apig_certificate.shop.id
  verified_client_certificate_enabled = false
}
