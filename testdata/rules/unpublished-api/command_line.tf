resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `huaweicloud_apig_api.orders is not published to any environment`
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

# Silent: the command names it.
resource "huaweicloud_apig_api" "carts" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/carts"
}

resource "terraform_data" "publish" {
  input = huaweicloud_apig_api.carts.id

  provisioner "local-exec" {
    command = "yes | hcloud APIG BatchPublishOrOfflineApiV2 --cli-region=$REGION --apis.1='${self.input}' --action=online"
  }
}
