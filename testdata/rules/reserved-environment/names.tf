variable "unknown" {
  type = string
}

locals {
  stages = { beta = "BETA", live = "RELEASE" }
}

resource "huaweicloud_apig_environment" "release" { # want `resource "huaweicloud_apig_environment" "release"` `release is named RELEASE like the environment that every gateway has: the apply fails`
  name = "RELEASE"
}

resource "huaweicloud_apig_environment" "all" { # want `resource "huaweicloud_apig_environment" "all"` `all\["live"\] is named RELEASE`
  for_each = local.stages
  name     = each.value
}

# Silent: another name.
resource "huaweicloud_apig_environment" "candidate" {
  name = "RELEASE_CANDIDATE"
}

# Silent: nobody knows the name.
resource "huaweicloud_apig_environment" "unknown" {
  name = var.unknown
}
