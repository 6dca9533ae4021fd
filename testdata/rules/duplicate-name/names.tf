variable "anything" {}

locals {
  name = "shop"
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance" "other" {
  name = "main"
}

resource "huaweicloud_apig_group" "first" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group" "second" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = local.name # want `local.name` `huaweicloud_apig_group.second has the name "shop", like huaweicloud_apig_group.first on the same gateway`

  environment {
    environment_id = "stage"

    variable {
      name  = "host"
      value = "a"
    }

    variable {
      name  = "host" # want `"host"` `^huaweicloud_apig_group.second has two blocks with the same environment.variable.name: the apply fails$` help `^remove one of the two blocks, or change its environment.variable.name$`
      value = "b"
    }
  }
}

resource "huaweicloud_apig_environment" "same" {
  count = 2

  instance_id = "gateway"
  name        = "BETA" # want `"BETA"` `same\[1\] has the name "BETA", like huaweicloud_apig_environment.same\[0\]`
}

resource "huaweicloud_apig_environment_variable" "first" {
  instance_id = "gateway"
  group_id    = huaweicloud_apig_group.first.id
  env_id      = "stage"
  name        = "host"
  value       = "a"
}

resource "huaweicloud_apig_environment_variable" "second" {
  instance_id = "gateway"
  group_id    = huaweicloud_apig_group.first.id
  env_id      = "stage"
  name        = "host" # want `"host"` `has the same name, group_id and env_id as huaweicloud_apig_environment_variable.first`
  value       = "b"
}

# Silent: another gateway, another type, another case, and what nobody knows.
resource "huaweicloud_apig_group" "elsewhere" {
  instance_id = huaweicloud_apig_instance.other.id
  name        = "shop"
}

resource "huaweicloud_apig_plugin" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_group" "case" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "Shop"
}

resource "huaweicloud_apig_group" "unknown" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = var.anything
}

resource "huaweicloud_apig_group" "nowhere" {
  instance_id = var.anything
  name        = "shop"
}

resource "huaweicloud_apig_group" "any" {
  for_each = var.anything

  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

# Silent: two gateways share no names, whether they are written one by one or made by for_each.
resource "huaweicloud_apig_orchestration_rule" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "lenient"
  strategy    = "none_value"
}

resource "huaweicloud_apig_orchestration_rule" "other" {
  instance_id = huaweicloud_apig_instance.other.id
  name        = "lenient"
  strategy    = "none_value"
}

resource "huaweicloud_apig_instance" "both" {
  for_each = toset(["blue", "green"])

  name = each.key
}

resource "huaweicloud_apig_orchestration_rule" "both" {
  for_each = huaweicloud_apig_instance.both

  instance_id = each.value.id
  name        = "lenient"
  strategy    = "none_value"
}

resource "huaweicloud_apig_orchestration_rule" "strict" {
  count = 2

  instance_id = huaweicloud_apig_instance.main.id
  name        = "strict" # want `"strict"` `strict\[1\] has the same name and instance_id as huaweicloud_apig_orchestration_rule.strict\[0\]: the apply fails`
  strategy    = "none_value"
}
