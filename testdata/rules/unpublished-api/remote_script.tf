resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: what the last command of the machine does is not known.
resource "huaweicloud_apig_api" "orders" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

resource "huaweicloud_compute_instance" "web" {
  name = "web"

  provisioner "remote-exec" {
    inline = ["echo publishing", "./publish"]
  }
}
