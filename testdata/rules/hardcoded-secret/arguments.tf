variable "unknown" {
  type = string
}

variable "by_default" {
  type      = string
  sensitive = true
  default   = "c2VjcmV0IGJ5IGRlZmF1bHQ"
}

variable "empty" {
  type    = string
  default = ""
}

locals {
  secret  = "c2VjcmV0IGluIGEgbG9jYWw"
  secrets = { client = { secret = local.secret, key = var.unknown } }
}

resource "huaweicloud_apig_application" "literal" {
  app_secret = "c2VjcmV0" # want `"c2VjcmV0"` `the app_secret of huaweicloud_apig_application.literal is written in the configuration: anyone who can read it can use it`
}

resource "huaweicloud_apig_application" "local" {
  app_secret = local.secrets.client.secret # want `local.secrets.client.secret` `the app_secret of huaweicloud_apig_application.local`
}

resource "huaweicloud_apig_application" "index" {
  app_secret = local.secrets["client"]["secret"] # want `local.secrets["client"]["secret"]` `the app_secret of`
}

resource "huaweicloud_apig_application" "default" {
  app_secret = var.by_default # want `var.by_default` `the app_secret of huaweicloud_apig_application.default`
}

resource "huaweicloud_apig_application" "marked" {
  app_secret = sensitive("c2VjcmV0") # want `"c2VjcmV0"` `the app_secret of`
}

resource "huaweicloud_apig_application" "codes" {
  app_codes = [
    var.unknown,
    "Y29kZQ", # want `"Y29kZQ"` `the app_codes of huaweicloud_apig_application.codes`
  ]
}

resource "huaweicloud_apig_appcode" "literal" {
  value = "Y29kZQ" # want `"Y29kZQ"` `the value of huaweicloud_apig_appcode.literal`
}

resource "huaweicloud_apig_signature" "aes" {
  type   = "aes"
  key    = "a2V5" # want `"a2V5"` `the key of huaweicloud_apig_signature.aes`
  secret = var.unknown
}

resource "huaweicloud_apig_certificate" "literal" {
  content     = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"
  private_key = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----" # want `"-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"` `the private_key of huaweicloud_apig_certificate.literal`
}

resource "huaweicloud_apig_certificate" "heredoc" {
  content     = var.unknown
  private_key = local.pem # want `local.pem` `the private_key of huaweicloud_apig_certificate.heredoc`
}

locals {
  pem = <<-EOT
    -----BEGIN PRIVATE KEY-----
    MIIB
    -----END PRIVATE KEY-----
  EOT
}

# A key that has got into the certificate is a secret all the same.
resource "huaweicloud_apig_certificate" "both" {
  content     = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----" # want `"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"` `the content of`
  private_key = var.unknown
}

# Silent: not in the configuration.
resource "huaweicloud_apig_application" "handed_in" {
  app_key    = var.unknown
  app_secret = local.secrets.client.key
  app_codes  = [var.unknown]
}

# Silent: nothing is written.
resource "huaweicloud_apig_application" "empty" {
  app_key    = ""
  app_secret = var.empty
  app_codes  = []
}

# Silent: a placeholder that cannot be a secret.
resource "huaweicloud_apig_application" "placeholder" {
  app_secret = "<the application's secret>"
}

# Silent: what is made or read elsewhere.
resource "huaweicloud_apig_application" "made" {
  app_secret = random_password.client.result
  app_key    = "prefix-${random_password.client.result}"
}

resource "random_password" "client" {
  length = 32
}

data "huaweicloud_csms_secret_version" "key" {
  secret_name = "key"
}

resource "huaweicloud_apig_certificate" "read" {
  content     = file("certificate.pem")
  private_key = data.huaweicloud_csms_secret_version.key.secret_text
}

# Silent: no key at all.
resource "huaweicloud_apig_certificate" "stand_in" {
  content     = "certificate"
  private_key = "your_private_key"
}

# Silent: the key of a signature that is not AES is a name, and nobody knows the type of the other.
resource "huaweicloud_apig_signature" "basic" {
  type   = "basic"
  key    = "gateway"
  secret = var.unknown
}

resource "huaweicloud_apig_signature" "unknown" {
  type   = var.unknown
  key    = "gateway"
  secret = var.unknown
}

# Silent: everyone may see the address.
resource "huaweicloud_dns_zone" "shop" {
  name  = "example.com."
  email = "hostmaster@example.com"
}

# What only begins like a placeholder may be a secret.
resource "huaweicloud_apig_application" "bracket" {
  app_secret = "<c2VjcmV0" # want `"<c2VjcmV0"` `the app_secret of huaweicloud_apig_application.bracket`
}
