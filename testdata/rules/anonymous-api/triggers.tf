variable "unknown" {}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_fgs_trigger" "open" {
  type = "APIG"
  apig {
    group_id                = huaweicloud_apig_group.shop.id
    api_name                = "open"
    env_name                = "RELEASE"
    security_authentication = "NONE" # want `"NONE"` `huaweicloud_fgs_trigger.open can be called by anyone` help `^set the authentication of huaweicloud_fgs_trigger.open to "APP" or "IAM"`
  }
}

resource "huaweicloud_fgs_function_trigger" "open" {
  type = "DEDICATEDGATEWAY"
  event_data = jsonencode({
    group_id   = huaweicloud_apig_group.shop.id
    auth       = "NONE" # want `"NONE"` `huaweicloud_fgs_function_trigger.open can be called by anyone`
    req_method = "ANY"
  })
}

# Silent: the default of a trigger is IAM, and in JSON it is not documented.
resource "huaweicloud_fgs_trigger" "default" {
  type = "DEDICATEDGATEWAY"
  apig {
    group_id = huaweicloud_apig_group.shop.id
    api_name = "default"
    env_name = "RELEASE"
  }
}

resource "huaweicloud_fgs_function_trigger" "default" {
  type       = "DEDICATEDGATEWAY"
  event_data = jsonencode({ group_id = huaweicloud_apig_group.shop.id, req_method = "ANY" })
}

# Silent: others decide what it is.
resource "huaweicloud_fgs_function_trigger" "ignored" {
  type       = "DEDICATEDGATEWAY"
  event_data = jsonencode({ auth = "NONE", req_method = "ANY" })
  lifecycle {
    ignore_changes = [event_data]
  }
}

resource "huaweicloud_fgs_function_trigger" "unknown" {
  type       = var.unknown
  event_data = jsonencode({ auth = "NONE", req_method = "ANY" })
}
