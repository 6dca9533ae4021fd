variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_application" "client" {
  name = "client"
}

resource "huaweicloud_apig_api" "nobody" { # want `resource "huaweicloud_apig_api" "nobody"` `nobody uses APP authentication, but no app is authorized to call it in RELEASE: calls get APIG.0304`
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "nobody" {
  api_id = huaweicloud_apig_api.nobody.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# An authorization is good for one environment.
resource "huaweicloud_apig_api" "other_stage" { # want `resource "huaweicloud_apig_api" "other_stage"` `authorized to call it in BETA: calls`
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "other_stage" {
  for_each = {
    beta    = huaweicloud_apig_environment.beta.id
    release = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  }

  api_id = huaweicloud_apig_api.other_stage.id
  env_id = each.value
}

resource "huaweicloud_apig_application_authorization" "other_stage" {
  application_id = huaweicloud_apig_application.client.id
  api_ids        = [huaweicloud_apig_api.other_stage.id]
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: authorized where it is published.
resource "huaweicloud_apig_api" "authorized" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "authorized" {
  api_id = huaweicloud_apig_api.authorized.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_application_authorization" "authorized" {
  application_id = huaweicloud_apig_application.client.id
  api_ids        = [huaweicloud_apig_api.authorized.id]
  env_id         = huaweicloud_apig_api_publishment.authorized.env_id
}

# Silent: nobody knows the environment of the authorization.
resource "huaweicloud_apig_api" "unknown_stage" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "unknown_stage" {
  api_id = huaweicloud_apig_api.unknown_stage.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_application_authorization" "unknown_stage" {
  application_id = huaweicloud_apig_application.client.id
  api_ids        = [huaweicloud_apig_api.unknown_stage.id]
  env_id         = var.unknown
}

# Silent: the authorization may be there or not.
resource "huaweicloud_apig_api" "perhaps" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "perhaps" {
  api_id = huaweicloud_apig_api.perhaps.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_application_authorization" "perhaps" {
  count = var.unknown

  application_id = huaweicloud_apig_application.client.id
  api_ids        = [huaweicloud_apig_api.perhaps.id]
  env_id         = huaweicloud_apig_environment.beta.id
}

# Silent: it wants no key, or nobody knows what it wants.
resource "huaweicloud_apig_api" "iam" {
  for_each = { iam = "IAM", unknown = var.unknown }

  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = each.value
}

resource "huaweicloud_apig_api_publishment" "iam" {
  for_each = huaweicloud_apig_api.iam

  api_id = each.value.id
  env_id = huaweicloud_apig_environment.beta.id
}

# Silent: not published, which unpublished-api reports.
resource "huaweicloud_apig_api" "unpublished" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
}

# Silent: its group is declared elsewhere, and so may its authorizations be.
resource "huaweicloud_apig_api" "elsewhere" {
  group_id                = var.unknown
  security_authentication = "APP"
}

resource "huaweicloud_apig_api_publishment" "elsewhere" {
  api_id = huaweicloud_apig_api.elsewhere.id
  env_id = huaweicloud_apig_environment.beta.id
}
