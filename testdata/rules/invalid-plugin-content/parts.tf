# A part that is not known, or is a secret, leaves the others known.

variable "gateway_id" {
  type = string
}

variable "topic" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "huaweicloud_apig_plugin" "secret" {
  instance_id = var.gateway_id
  name        = "secret"
  type        = "kafka_log"
  content = jsonencode({
    broker_list = ["10.0.0.1:9092"]
    topic       = var.topic
    sasl_config = { security_protocol = "SASL", sasl_password = var.password } # want `"SASL"` `sasl_config.security_protocol is "SASL", not "PLAINTEXT", "SASL_PLAINTEXT" or "SASL_SSL"`
  })
}
