variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api" "released" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_api_publishment" "released" {
  api_id = huaweicloud_apig_api.released.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api" "both" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_api_publishment" "both" {
  for_each = {
    beta    = huaweicloud_apig_environment.beta.id
    release = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  }

  api_id = huaweicloud_apig_api.both.id
  env_id = each.value
}

resource "huaweicloud_apig_application_authorization" "beta" { # want `resource "huaweicloud_apig_application_authorization" "beta"` `beta authorizes an app for huaweicloud_apig_api.released in BETA, where it is not published: the apply fails, and calls get APIG.0101`
  api_ids = [huaweicloud_apig_api.released.id, huaweicloud_apig_api.both.id]
  env_id  = huaweicloud_apig_environment.beta.id
}

# Silent: this is where they are published.
resource "huaweicloud_apig_application_authorization" "released" {
  api_ids = [huaweicloud_apig_api.released.id, huaweicloud_apig_api.both.id]
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: nobody knows the environment of the authorization.
resource "huaweicloud_apig_application_authorization" "unknown" {
  api_ids = [huaweicloud_apig_api.released.id]
  env_id  = var.unknown
}

# Silent: nobody knows the environment of the publication.
resource "huaweicloud_apig_api" "somewhere" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_api_publishment" "somewhere" {
  api_id = huaweicloud_apig_api.somewhere.id
  env_id = var.unknown
}

resource "huaweicloud_apig_application_authorization" "somewhere" {
  api_ids = [huaweicloud_apig_api.somewhere.id]
  env_id  = huaweicloud_apig_environment.beta.id
}

# Silent: not published at all, which unpublished-api reports.
resource "huaweicloud_apig_api" "unpublished" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_application_authorization" "unpublished" {
  api_ids = [huaweicloud_apig_api.unpublished.id]
  env_id  = huaweicloud_apig_environment.beta.id
}

# Silent: an action publishes it there.
resource "huaweicloud_apig_api" "action" {
  group_id = huaweicloud_apig_group.shop.id
}

resource "huaweicloud_apig_api_publishment" "action" {
  api_id = huaweicloud_apig_api.action.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_action" "action" {
  api_id = huaweicloud_apig_api.action.id
  env_id = huaweicloud_apig_environment.beta.id
  action = "online"
}

resource "huaweicloud_apig_application_authorization" "action" {
  api_ids = [huaweicloud_apig_api.action.id]
  env_id  = huaweicloud_apig_environment.beta.id
}
