variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: its gateway and its group are declared elsewhere, and so may its publication be.
resource "huaweicloud_apig_api" "elsewhere" {
  instance_id  = var.unknown
  request_path = "/elsewhere"
}

# Silent: published to an environment that nobody knows.
resource "huaweicloud_apig_api" "somewhere" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/somewhere"
}

resource "huaweicloud_apig_api_publishment" "somewhere" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.somewhere.id
  env_id      = var.unknown
}

# Silent: the publication may be there or not.
resource "huaweicloud_apig_api" "perhaps" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/perhaps"
}

resource "huaweicloud_apig_api_publishment" "perhaps" {
  count = var.unknown

  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.perhaps.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: an action publishes it, once, which is for one-time-publication to report.
resource "huaweicloud_apig_api" "action" {
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/action"
}

resource "huaweicloud_apig_api_action" "action" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.action.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action      = "online"
}

# Silent: an action publishes the whole group.
resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "batch" {
  group_id     = huaweicloud_apig_group.shop.id
  request_path = "/batch"
}

resource "huaweicloud_apig_api_batch_action" "batch" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action      = "online"
}

# An action that takes an API offline publishes nothing.
resource "huaweicloud_apig_api" "offline" { # want `resource "huaweicloud_apig_api" "offline"` `offline is not published to any environment: calls get APIG.0101`
  instance_id  = huaweicloud_apig_instance.main.id
  request_path = "/offline"
}

resource "huaweicloud_apig_api_action" "offline" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.offline.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action      = "offline"
}
