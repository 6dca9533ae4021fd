resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: the command may publish it.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"

  provisioner "local-exec" {
    command = "./publish.sh ${self.id}"
  }
}
