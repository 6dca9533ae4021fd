variable "authentication" {
  type = string
}

resource "huaweicloud_apig_api" "open" {
  name                    = "open"
  request_method          = "GET"
  security_authentication = "NONE" # want `"NONE"` `huaweicloud_apig_api.open can be called by anyone`

  web {
    path            = "/"
    backend_address = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "unset" { # want `resource "huaweicloud_apig_api" "unset"` `has no security_authentication`
  name           = "unset"
  request_method = "POST"

  mock {
    response = "created"
  }
}

# Silent: nobody knows what these are set to.
resource "huaweicloud_apig_api" "unknown" {
  name                    = "unknown"
  request_method          = "GET"
  security_authentication = var.authentication

  web {
    path            = "/"
    backend_address = "10.0.0.8"
  }
}

# Silent: preflight requests carry no credentials.
resource "huaweicloud_apig_api" "preflight" {
  name                    = "preflight"
  request_method          = "OPTIONS"
  security_authentication = "NONE"

  web {
    path            = "/"
    backend_address = "10.0.0.8"
  }
}

# Silent: nothing is behind a mock.
resource "huaweicloud_apig_api" "mock" {
  name                    = "mock"
  request_method          = "GET"
  security_authentication = "NONE"

  mock {
    response = "ok"
  }
}
