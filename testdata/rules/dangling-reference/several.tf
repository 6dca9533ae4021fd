# What is missing is one finding, however often it is used.
variable "declared" {}

resource "huaweicloud_apig_instance" "main" {
  name        = "${var.project}-main"
  description = "of ${var.project}"
  vpc_id      = huaweicloud_vpc.main.id # want `huaweicloud_vpc.main.id` `^huaweicloud_apig_instance.main refers to huaweicloud_vpc.main.id, and 1 other reference to the same, but this module has no such resource: the plan fails$`
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "${var.project}-shop" # want `var.project` `^huaweicloud_apig_group.shop refers to var.project, and 2 other references to the same, but this module has no variable project: the plan fails$` help `^declare the variable project$`
}

output "cidr" {
  value = huaweicloud_vpc.main.cidr
}
