resource "huaweicloud_apig_instance" "main" {}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_group" "protocol" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "over_http" {
  instance_id      = huaweicloud_apig_instance.main.id
  group_id         = huaweicloud_apig_group.protocol.id
  request_method   = "OPTIONS"
  request_path     = "/"
  request_protocol = "HTTP"
  cors             = true
}

resource "huaweicloud_apig_api" "over_https" {
  instance_id      = huaweicloud_apig_instance.main.id
  group_id         = huaweicloud_apig_group.protocol.id
  request_method   = "PUT"
  request_path     = "/orders"
  request_protocol = "HTTPS"
  cors             = true # want `true` `which huaweicloud_apig_api.over_http does not take over HTTPS: it gets APIG.0607` help `set request_protocol of huaweicloud_apig_api.over_http to .BOTH.`
}

# Silent: one of its protocols is enough.
resource "huaweicloud_apig_api" "over_both" {
  instance_id      = huaweicloud_apig_instance.main.id
  group_id         = huaweicloud_apig_group.protocol.id
  request_method   = "PUT"
  request_path     = "/both"
  request_protocol = "BOTH"
  cors             = true
}

resource "huaweicloud_apig_group" "environment" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "in_beta" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.environment.id
  request_method = "OPTIONS"
  request_path   = "/orders"
  cors           = true
}

resource "huaweicloud_apig_api_publishment" "in_beta" {
  api_id = huaweicloud_apig_api.in_beta.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_api" "in_release" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.environment.id
  request_method = "PUT"
  request_path   = "/orders"
  cors           = true # want `true` `which huaweicloud_apig_api.in_beta does not answer in RELEASE: it gets APIG.0101` help `publish huaweicloud_apig_api.in_beta to RELEASE`
}

resource "huaweicloud_apig_api_publishment" "in_release" {
  api_id = huaweicloud_apig_api.in_release.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Silent: it is in BETA itself, where callers have to name the environment.
resource "huaweicloud_apig_api" "also_in_beta" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.environment.id
  request_method = "PATCH"
  request_path   = "/orders"
  cors           = true
}

resource "huaweicloud_apig_api_publishment" "also_in_beta" {
  api_id = huaweicloud_apig_api.also_in_beta.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_group" "unpublished" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "unpublished" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.unpublished.id
  request_method = "OPTIONS"
  request_path   = "/orders"
  cors           = true
}

# Silent: that nothing publishes the other one is a finding of its own.
resource "huaweicloud_apig_api" "published" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.unpublished.id
  request_method = "PUT"
  request_path   = "/orders"
  cors           = true
}

resource "huaweicloud_apig_api_publishment" "published" {
  api_id = huaweicloud_apig_api.published.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_group" "headers" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "bare" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.headers.id
  request_method = "OPTIONS"
  request_path   = "/orders"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api" "beside_bare" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.headers.id
  request_method = "PUT"
  request_path   = "/orders"
  cors           = true # want `true` `which huaweicloud_apig_api.bare answers without CORS headers: browsers do not send the call` help `set cors = true on huaweicloud_apig_api.bare`
}

resource "huaweicloud_apig_group" "backend" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "backend" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.backend.id
  request_method = "OPTIONS"
  request_path   = "/orders"

  web {
    path = "/orders"
  }
}

# Silent: the backend may send the headers.
resource "huaweicloud_apig_api" "beside_backend" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.backend.id
  request_method = "PUT"
  request_path   = "/orders"
  cors           = true
}
