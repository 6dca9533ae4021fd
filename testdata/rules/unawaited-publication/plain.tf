resource "huaweicloud_apig_api" "orders" {
  name = "orders"
}

resource "huaweicloud_apig_plugin" "cors" {
  name = "cors"
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_api_publishment" "release" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "beta" {
  api_id = huaweicloud_apig_api.orders.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_application_authorization" "early" { # want `resource "huaweicloud_apig_application_authorization" "early"` `early does not wait for huaweicloud_apig_api_publishment.release: if it is created first, huaweicloud_apig_api.orders is not published yet` help `let huaweicloud_apig_application_authorization.early depend on huaweicloud_apig_api_publishment.release`
  env_id  = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids = [huaweicloud_apig_api.orders.id]
}

# The publication that it waits for is in another environment.
resource "huaweicloud_apig_application_authorization" "other" { # want `resource "huaweicloud_apig_application_authorization" "other"` `other does not wait for huaweicloud_apig_api_publishment.beta`
  env_id     = huaweicloud_apig_environment.beta.id
  api_ids    = [huaweicloud_apig_api.orders.id]
  depends_on = [huaweicloud_apig_api_publishment.release]
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "early" { # want `resource "huaweicloud_apig_plugin_batch_apis_associate" "early"` `early does not wait for huaweicloud_apig_api_publishment.release`
  plugin_id = huaweicloud_apig_plugin.cors.id
  env_id    = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids   = [huaweicloud_apig_api.orders.id]
}

resource "huaweicloud_apig_api_batch_plugins_associate" "early" { # want `resource "huaweicloud_apig_api_batch_plugins_associate" "early"` `early does not wait for huaweicloud_apig_api_publishment.beta`
  api_id     = huaweicloud_apig_api.orders.id
  env_id     = huaweicloud_apig_environment.beta.id
  plugin_ids = [huaweicloud_apig_plugin.cors.id]
}

# Silent: the environment is that of the publication.
resource "huaweicloud_apig_application_authorization" "reference" {
  env_id  = huaweicloud_apig_api_publishment.beta.env_id
  api_ids = [huaweicloud_apig_api.orders.id]
}

# Silent: it waits for what waits.
resource "huaweicloud_apig_plugin_batch_apis_associate" "waits" {
  plugin_id  = huaweicloud_apig_plugin.cors.id
  env_id     = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids    = [huaweicloud_apig_api.orders.id]
  depends_on = [huaweicloud_apig_environment.late]
}

resource "huaweicloud_apig_environment" "late" {
  name       = "LATE"
  depends_on = [huaweicloud_apig_api_publishment.release]
}

# Silent: no plugin is bound.
resource "huaweicloud_apig_api_batch_plugins_associate" "none" {
  api_id     = huaweicloud_apig_api.orders.id
  env_id     = huaweicloud_apig_environment.beta.id
  plugin_ids = []
}
