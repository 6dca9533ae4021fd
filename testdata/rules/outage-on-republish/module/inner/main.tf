resource "terraform_data" "revision" {
  input = "revision"
}

resource "huaweicloud_apig_api_publishment" "this" {
  description = "this"

  lifecycle {
    replace_triggered_by = [terraform_data.revision] # want `[terraform_data.revision]` `module.orders.huaweicloud_apig_api_publishment.this is replaced`
  }
}
