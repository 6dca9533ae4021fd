# The file with the variables is missing: one finding.
resource "huaweicloud_apig_instance" "main" {
  name        = "${var.project}-main"
  description = "of ${var.project} in ${var.region}"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "${var.project}-shop" # want `var.project` `^huaweicloud_apig_group.shop refers to var.project, and 3 other references to var.project and var.region, but this module has none of these variables: the plan fails$` help `^declare var.project and var.region$`
}
