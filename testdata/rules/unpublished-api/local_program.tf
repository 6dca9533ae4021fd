resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_api" "orders" { # want `resource "huaweicloud_apig_api" "orders"` `huaweicloud_apig_api.orders is not published to any environment`
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/orders"
}

# What sets up a machine publishes nothing.
resource "huaweicloud_compute_instance" "web" {
  name = "web"

  provisioner "remote-exec" {
    inline = ["sudo apt-get update && sudo apt-get -y install nginx", "systemctl start nginx; echo done"]
  }

  provisioner "file" {
    source      = "nginx.conf"
    destination = "/etc/nginx/nginx.conf"
  }
}

# Nor does a program that is handed nothing of a gateway.
data "external" "commit" {
  program = ["git", "rev-parse", "HEAD"]
}
