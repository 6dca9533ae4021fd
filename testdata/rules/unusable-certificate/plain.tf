# No text is a key or a certificate: only their first lines are.

resource "huaweicloud_apig_certificate" "key_as_certificate" {
  content     = "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----" # want `"-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----"` `content of huaweicloud_apig_certificate.key_as_certificate is a private key: the apply fails with APIG.2106$` help `^set content of`
  private_key = var.unknown
}

resource "huaweicloud_apig_certificate" "certificate_as_key" {
  content     = var.unknown
  private_key = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----" # want `"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"` `private_key of huaweicloud_apig_certificate.certificate_as_key is a certificate: the apply fails with APIG.2106`
}

resource "huaweicloud_apig_certificate" "encrypted" {
  content     = var.unknown
  private_key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB" # want `"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB"` `private_key of huaweicloud_apig_certificate.encrypted is encrypted`
}

resource "huaweicloud_apig_certificate" "both_wrong" {
  content     = "-----BEGIN PUBLIC KEY-----\nMIIB"            # want `"-----BEGIN PUBLIC KEY-----\nMIIB"` `content of huaweicloud_apig_certificate.both_wrong is a public key`
  private_key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB" # want `"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB"` `is encrypted`
}

# The parameters of a curve stand before its key, and are no key.
resource "huaweicloud_apig_certificate" "parameters" {
  content     = "-----BEGIN EC PARAMETERS-----\nBggq\n-----END EC PARAMETERS-----\n-----BEGIN EC PRIVATE KEY-----\nMIIB\n-----END EC PRIVATE KEY-----" # want `"-----BEGIN EC PARAMETERS-----\nBggq\n-----END EC PARAMETERS-----\n-----BEGIN EC PRIVATE KEY-----\nMIIB\n-----END EC PRIVATE KEY-----"` `is a private key`
  private_key = "-----BEGIN EC PARAMETERS-----\nBggq\n-----END EC PARAMETERS-----\n-----BEGIN EC PRIVATE KEY-----\nMIIB\n-----END EC PRIVATE KEY-----"
}

# What stands for a text that somebody has to put there, and what cannot be read.
resource "huaweicloud_apig_certificate" "placeholders" {
  content     = "'-----BEGIN CERTIFICATE-----THIS IS YOUR CERT CONTENT-----END CERTIFICATE-----'"
  private_key = "'-----BEGIN PRIVATE KEY-----THIS IS YOUR PRIVATE KEY-----END PRIVATE KEY-----'"
}

resource "huaweicloud_apig_certificate" "anything" {
  content         = "the certificate"
  private_key     = ""
  trusted_root_ca = null
}

# A certificate with its key in one text: what the service makes of it is not documented.
resource "huaweicloud_apig_certificate" "together" {
  content     = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"
  private_key = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"
}

resource "huaweicloud_apig_certificate" "unknown" {
  content     = var.unknown
  private_key = "${var.unknown}-----BEGIN CERTIFICATE-----"
}

variable "unknown" {
  type = string
}
