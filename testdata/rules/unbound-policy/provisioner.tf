# Silent: a command may bind it.

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id

  provisioner "local-exec" {
    command = "./bind.sh ${self.id}"
  }
}
