variable "unknown" {}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_fgs_function" "orders" {
  name = "orders"
}

# Triggers of a gateway are APIs.
resource "huaweicloud_apig_group" "block" { # want `resource "huaweicloud_apig_group" "block"` `huaweicloud_apig_group.block has APIs but no independent domain name`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "block"
}

resource "huaweicloud_fgs_trigger" "block" {
  function_urn = huaweicloud_fgs_function.orders.urn
  type         = "DEDICATEDGATEWAY"
  apig {
    instance_id = huaweicloud_apig_instance.main.id
    group_id    = huaweicloud_apig_group.block.id
    api_name    = "block"
    env_name    = "RELEASE"
  }
}

resource "huaweicloud_apig_group" "json" { # want `resource "huaweicloud_apig_group" "json"` `huaweicloud_apig_group.json has APIs but no independent domain name`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "json"
}

resource "huaweicloud_fgs_function_trigger" "json" {
  function_urn = huaweicloud_fgs_function.orders.urn
  type         = "DEDICATEDGATEWAY"
  event_data = jsonencode({
    instance_id = huaweicloud_apig_instance.main.id
    group_id    = huaweicloud_apig_group.json.id
    name        = "json"
    path        = "/json"
    env_name    = "RELEASE"
  })
}

# Silent: its trigger is that of something else.
resource "huaweicloud_apig_group" "other" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "other"
}

resource "huaweicloud_fgs_function_trigger" "other" {
  function_urn = huaweicloud_fgs_function.orders.urn
  type         = "TIMER"
  event_data   = jsonencode({ group_id = huaweicloud_apig_group.other.id })
}

# Silent: nobody knows of what.
resource "huaweicloud_apig_group" "unknown" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "unknown"
}

resource "huaweicloud_fgs_trigger" "unknown" {
  function_urn = huaweicloud_fgs_function.orders.urn
  type         = var.unknown
  apig {
    group_id = huaweicloud_apig_group.unknown.id
    api_name = "unknown"
    env_name = "RELEASE"
  }
}

# Silent: the id is a part of another text.
resource "huaweicloud_apig_group" "text" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "text"
}

resource "huaweicloud_fgs_function_trigger" "text" {
  function_urn = huaweicloud_fgs_function.orders.urn
  type         = "DEDICATEDGATEWAY"
  event_data   = jsonencode({ group_id = "${huaweicloud_apig_group.text.id}-2" })
}
