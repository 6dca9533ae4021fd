# Fixtures are judged on 2026-01-01.

variable "unknown" {
  type = string
}

resource "huaweicloud_apig_certificate" "expired" {
  content = file("expired.pem") # want `file("expired.pem")` `the certificate in content of huaweicloud_apig_certificate.expired expired on 2020-01-01: clients refuse it, and a new resource is refused with APIG.2102` help `^set content and private_key`
}

resource "huaweicloud_apig_certificate" "soon" {
  content = file("${path.module}/soon.pem") # want `file("${path.module}/soon.pem")` `expires on 2026-02-14: clients refuse it from then on`
}

resource "huaweicloud_apig_certificate" "later" {
  content = file("later.pem") # want `file("later.pem")` `is not valid before 2026-06-01: clients refuse it until then` help `^use a certificate that is already valid`
}

resource "huaweicloud_apig_certificate" "forever" {
  content = file("forever.pem") # want `file("forever.pem")` `expires on 2100-01-01, after 2038-01-19: the apply may fail with APIG.3148`
}

resource "huaweicloud_apig_certificate" "authority" {
  content         = file("shop.pem")
  trusted_root_ca = file("expiredroot.pem") # want `file("expiredroot.pem")` `the authority in trusted_root_ca of huaweicloud_apig_certificate.authority expired on 2020-01-01: calls with client certificates that it has signed get APIG.0205`
}

# An authority that was renewed, and the certificates of both.
resource "huaweicloud_apig_certificate" "renewed" {
  content         = file("shop.pem")
  trusted_root_ca = file("roots.pem")
}

# What is not known, not in order, or renewed by others.
resource "huaweicloud_apig_certificate" "others" {
  for_each = toset([var.unknown, "disordered", "missing"])
  content  = file("${each.key}.pem")
}

resource "huaweicloud_apig_certificate" "left_to_others" {
  content = file("expired.pem")

  lifecycle {
    ignore_changes = all
  }
}
