# Is the version that callers get the one that is written?

# It exists and is published nowhere: calls get APIG.0101.
resource "huaweicloud_apig_api" "track" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "track"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/track"
  security_authentication = "IAM"

  web {
    backend_address  = local.backend
    path             = "/track"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

# The next one is published, yet never to RELEASE: calls without the header X-Stage: BETA get APIG.0101.
resource "huaweicloud_apig_api" "preview" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "preview"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/preview"
  security_authentication = "IAM"

  web {
    backend_address  = local.backend
    path             = "/preview"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

resource "huaweicloud_apig_api_publishment" "preview" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.preview.id
  env_id      = huaweicloud_apig_environment.beta.id
  description = filesha1("${path.module}/publishing.tf")
}

resource "huaweicloud_apig_api" "search" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "search"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/search"
  security_authentication = "IAM"

  web {
    backend_address  = local.backend
    path             = "/search"
    request_protocol = "HTTP"
    request_method   = "GET"
  }
}

# Nothing here changes when the API does: an edited API stays as it was published, and callers go on with the old one.
resource "huaweicloud_apig_api_publishment" "search" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.search.id
  env_id      = local.release
}

resource "huaweicloud_apig_api" "cart" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "cart"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "POST"
  request_path            = "/cart"
  security_authentication = "IAM"

  web {
    backend_address  = local.backend
    path             = "/cart"
    request_protocol = "HTTP"
    request_method   = "POST"
  }
}

resource "huaweicloud_apig_api_publishment" "cart" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.cart.id
  env_id      = local.release
  description = filesha1("${path.module}/publishing.tf")
}

# The API is published to RELEASE already: the two overwrite each other, and removing either takes the API offline.
resource "huaweicloud_apig_api_publishment" "cart_again" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.cart.id
  env_id      = local.release
  description = filesha1("${path.module}/publishing.tf")
}
