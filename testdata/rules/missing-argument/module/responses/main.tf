variable "group" {
  type = string
}

variable "on" {
  type = bool
}

resource "huaweicloud_apig_response" "this" { # want `resource "huaweicloud_apig_response" "this"` `^module.responses\["nowhere"\].huaweicloud_apig_response.this has no group_id, which is required: the plan fails$` help `^set group_id$`
  instance_id = "gateway"
  group_id    = var.group
  name        = "this"
}

# Silent: there may be none of these, for the very reason that the group is null.
resource "huaweicloud_apig_response" "perhaps" {
  count = var.on ? 1 : 0

  instance_id = "gateway"
  group_id    = var.group
  name        = "perhaps"
}
