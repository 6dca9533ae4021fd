variable "unknown" {
  type = string
}

resource "huaweicloud_apig_api" "once" {
  name = "once"
}

resource "huaweicloud_apig_api" "by_group" {
  group_id = huaweicloud_apig_group.all.id
}

resource "huaweicloud_apig_group" "all" {
  name = "all"
}

resource "huaweicloud_apig_api" "perhaps" {
  name = "perhaps"
}

resource "huaweicloud_apig_api_action" "once" {
  api_id = huaweicloud_apig_api.once.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action = "online"
}

resource "huaweicloud_apig_api_batch_action" "group" {
  group_id = huaweicloud_apig_group.all.id
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action   = "online"
}

resource "huaweicloud_apig_api_publishment" "perhaps" {
  api_id = huaweicloud_apig_api.perhaps.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent for what it is named by: an action of which nobody knows whether it publishes may do so first.
resource "huaweicloud_apig_api_action" "perhaps" {
  api_id = huaweicloud_apig_api.perhaps.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action = var.unknown
}

resource "huaweicloud_apig_application_authorization" "once" { # want `resource "huaweicloud_apig_application_authorization" "once"` `once does not wait for huaweicloud_apig_api_action.once`
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids = [huaweicloud_apig_api.once.id]
}

resource "huaweicloud_apig_application_authorization" "group" { # want `resource "huaweicloud_apig_application_authorization" "group"` `group does not wait for huaweicloud_apig_api_batch_action.group`
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids = [huaweicloud_apig_api.by_group.id]
}

# Silent.
resource "huaweicloud_apig_application_authorization" "perhaps" {
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids = [huaweicloud_apig_api.perhaps.id]
}

# Silent: what publishes it is not declared here.
resource "huaweicloud_apig_application_authorization" "elsewhere" {
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids = [var.unknown]
}
