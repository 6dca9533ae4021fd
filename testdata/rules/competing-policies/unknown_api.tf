# Whatever the API and the environment are, both are bound to the same publication.

variable "api_id" {
  type = string
}

variable "stage_id" {
  type = string
}

resource "huaweicloud_apig_api_publishment" "orders" {
  api_id = var.api_id
  env_id = var.stage_id
}

# Silent: it may be another API or another environment.
resource "huaweicloud_apig_api_publishment" "other" {
  api_id = var.api_id
  env_id = var.stage_id
}

resource "huaweicloud_apig_signature" "a" {
  name = "a"
}

resource "huaweicloud_apig_signature" "b" { # want `resource "huaweicloud_apig_signature" "b"` `huaweicloud_apig_signature.a and huaweicloud_apig_signature.b are both bound to huaweicloud_apig_api_publishment.orders, which can have only one signature key per environment`
  name = "b"
}

resource "huaweicloud_apig_signature" "c" {
  name = "c"
}

resource "huaweicloud_apig_signature_associate" "a" {
  signature_id = huaweicloud_apig_signature.a.id
  publish_ids  = [huaweicloud_apig_api_publishment.orders.publish_id]
}

resource "huaweicloud_apig_signature_associate" "b" {
  signature_id = huaweicloud_apig_signature.b.id
  publish_ids  = [huaweicloud_apig_api_publishment.orders.publish_id]
}

resource "huaweicloud_apig_signature_associate" "c" {
  signature_id = huaweicloud_apig_signature.c.id
  publish_ids  = [huaweicloud_apig_api_publishment.other.publish_id]
}
