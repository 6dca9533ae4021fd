variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_environment" "named_elsewhere" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = var.unknown
}

resource "huaweicloud_apig_api" "beta" { # want `resource "huaweicloud_apig_api" "beta"` `beta is published to BETA but not to RELEASE: calls without the X-Stage header get APIG.0101`
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "beta" {
  api_id = huaweicloud_apig_api.beta.id
  env_id = huaweicloud_apig_environment.beta.id
}

# Silent: published to RELEASE too.
resource "huaweicloud_apig_api" "both" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "both" {
  for_each = {
    beta    = huaweicloud_apig_environment.beta.id
    release = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  }

  api_id = huaweicloud_apig_api.both.id
  env_id = each.value
}

# Silent: nobody knows the environment.
resource "huaweicloud_apig_api" "unknown_stage" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "unknown_stage" {
  api_id = huaweicloud_apig_api.unknown_stage.id
  env_id = var.unknown
}

# Silent: RELEASE, unless something unknown says otherwise.
resource "huaweicloud_apig_api" "workspace" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "workspace" {
  api_id = huaweicloud_apig_api.workspace.id
  env_id = terraform.workspace == "default" ? "DEFAULT_ENVIRONMENT_RELEASE_ID" : huaweicloud_apig_environment.beta.id
}

# Silent: nobody knows what the environment is called, so nobody can say what callers have to send.
resource "huaweicloud_apig_api" "unnamed_stage" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "unnamed_stage" {
  api_id = huaweicloud_apig_api.unnamed_stage.id
  env_id = huaweicloud_apig_environment.named_elsewhere.id
}

# Silent: not published at all, which unpublished-api reports.
resource "huaweicloud_apig_api" "unpublished" {
  instance_id = huaweicloud_apig_instance.main.id
}

# Silent: the publication may not be there.
resource "huaweicloud_apig_api" "perhaps" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "perhaps" {
  count = var.unknown

  api_id = huaweicloud_apig_api.perhaps.id
  env_id = huaweicloud_apig_environment.beta.id
}

# Silent: an action publishes it to RELEASE.
resource "huaweicloud_apig_api" "action" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api_publishment" "action" {
  api_id = huaweicloud_apig_api.action.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_api_action" "action" {
  api_id = huaweicloud_apig_api.action.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  action = "online"
}

# Silent: the API belongs to a gateway that is declared elsewhere, and may be released there.
resource "huaweicloud_apig_api" "elsewhere" {
  instance_id = var.unknown
}

resource "huaweicloud_apig_api_publishment" "elsewhere" {
  api_id = huaweicloud_apig_api.elsewhere.id
  env_id = huaweicloud_apig_environment.beta.id
}
