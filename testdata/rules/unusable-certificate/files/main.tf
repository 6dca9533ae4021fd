# The keys are test keys, made for this fixture: they open nothing.

locals {
  chain = join("\n", [file("${path.module}/pem/shop.pem"), file("${path.module}/pem/root.pem")])
}

resource "huaweicloud_apig_certificate" "other_key" {
  content     = file("pem/chain.pem")
  private_key = file("pem/other.key") # want `file("pem/other.key")` `private_key of huaweicloud_apig_certificate.other_key does not belong to its certificate: the apply fails with APIG.2101` help `the private key of the certificate`
}

resource "huaweicloud_apig_certificate" "rsa_key" {
  content     = file("pem/shop.pem")
  private_key = file("pem/rsa.key") # want `file("pem/rsa.key")` `does not belong`
}

resource "huaweicloud_apig_certificate" "ec_key" {
  content     = file("pem/rsa.pem")
  private_key = file("pem/shop.p8") # want `file("pem/shop.p8")` `does not belong`
}

resource "huaweicloud_apig_certificate" "reversed" {
  content     = file("pem/reversed.pem") # want `file("pem/reversed.pem")` `content of huaweicloud_apig_certificate.reversed are not in order: private_key belongs to number 2: the apply fails with APIG.2104` help `^put number 2 first`
  private_key = file("pem/shop.key")
}

resource "huaweicloud_apig_certificate" "reversed_without_key" {
  content     = file("pem/reversed.pem") # want `file("pem/reversed.pem")` `not in order: number 2 has not issued the one before it`
  private_key = var.unknown
}

resource "huaweicloud_apig_certificate" "gap" {
  content     = local.chain # want `local.chain` `number 2 has not issued`
  private_key = file("pem/shop.key")
}

resource "huaweicloud_apig_certificate" "nameless" {
  content     = file("pem/nosan.pem") # want `file("pem/nosan.pem")` `has no subject alternative name .SAN.: the apply fails with APIG.2109`
  private_key = file("pem/shop.key")
}

resource "huaweicloud_apig_certificate" "encrypted" {
  content     = file("pem/shop.pem")
  private_key = file("pem/enc.key") # want `file("pem/enc.key")` `is encrypted with a passphrase: the apply fails with APIG.2105` help `openssl pkey`
}

resource "huaweicloud_apig_certificate" "encrypted_traditionally" {
  content     = file("pem/shop.pem")
  private_key = file("pem/traditional.key") # want `file("pem/traditional.key")` `is encrypted`
}

resource "huaweicloud_apig_certificate" "swapped" {
  content     = file("pem/shop.key") # want `file("pem/shop.key")` `content of huaweicloud_apig_certificate.swapped is a private key, and private_key is a certificate` help `^swap content and private_key`
  private_key = file("pem/shop.pem")
}

resource "huaweicloud_apig_certificate" "request" {
  content     = file("pem/shop.csr") # want `file("pem/shop.csr")` `content of huaweicloud_apig_certificate.request is a certificate signing request: the apply fails with APIG.2106`
  private_key = file("pem/shop.key")
}

resource "huaweicloud_apig_certificate" "root" {
  content         = file("pem/full.pem")
  private_key     = file("pem/params.key")
  trusted_root_ca = file("pem/other.key") # want `file("pem/other.key")` `trusted_root_ca of huaweicloud_apig_certificate.root is a private key`
}

# What is in order: a key in each of its forms, with and without the intermediate and the root, whatever ends the lines.
resource "huaweicloud_apig_certificate" "right" {
  for_each = {
    shop   = "shop.key"
    chain  = "shop.p8"
    full   = "params.key"
    crlf   = "shop.key"
    rsa    = "rsa.key"
    wanted = "not-there.key"
  }

  content         = file("pem/${each.key}.pem")
  private_key     = file("pem/${each.value}")
  trusted_root_ca = file("pem/root.pem")
}

# PEM is what the service takes, not its base64.
resource "huaweicloud_apig_certificate" "encoded" {
  content     = filebase64("pem/shop.pem") # want `filebase64("pem/shop.pem")` `content of huaweicloud_apig_certificate.encoded is encoded in base64: the apply fails with APIG.2106` help `the certificate in PEM`
  private_key = base64decode(filebase64("pem/shop.key"))
}

# An import of what others renew.
resource "huaweicloud_apig_certificate" "left_to_others" {
  content     = file("pem/shop.pem")
  private_key = file("pem/other.key")

  lifecycle {
    ignore_changes = [content, private_key]
  }
}

variable "unknown" {
  type = string
}
