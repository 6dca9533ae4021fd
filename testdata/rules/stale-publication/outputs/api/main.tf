variable "path" {
  type = string
}

resource "huaweicloud_apig_api" "this" {
  request_path = "/orders"
}

output "id" {
  value = huaweicloud_apig_api.this.id
}

output "owner" {
  value = "sales"
}

output "digest" {
  value = sha1(huaweicloud_apig_api.this.request_path)
}
