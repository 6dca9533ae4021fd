variable "api_ids" {
  type = list(string)
}

variable "code" {
  type    = bool
  default = false
}

resource "huaweicloud_apig_application" "this" {
  name = "client"
}

resource "huaweicloud_apig_appcode" "this" {
  count          = var.code ? 1 : 0
  application_id = huaweicloud_apig_application.this.id
}

resource "huaweicloud_apig_application_authorization" "this" {
  application_id = huaweicloud_apig_application.this.id
  api_ids        = var.api_ids
}
