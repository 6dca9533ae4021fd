# Silent: nobody knows what the output hands out.

variable "chosen" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_acl_policy" "office" {
  instance_id = huaweicloud_apig_instance.main.id
}

output "gateway" {
  value = huaweicloud_apig_instance.main.id
}

output "chosen" {
  value = { by = [var.chosen] }
}
