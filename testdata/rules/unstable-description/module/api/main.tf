resource "huaweicloud_apig_api" "this" {
  request_path = "/orders"
}

output "id" {
  value = huaweicloud_apig_api.this.id
}

output "digest" {
  value = sha1(jsonencode(huaweicloud_apig_api.this))
}
