variable "unknown" {}

locals {
  cors = true
}

resource "huaweicloud_apig_instance" "main" {}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "put" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "PUT"
  request_path   = "/orders"
  cors           = local.cors # want `local.cors` `huaweicloud_apig_api.put has CORS and the method PUT, so browsers send an OPTIONS request first, which nothing in its group answers: it gets APIG.0101` help `add a huaweicloud_apig_api to huaweicloud_apig_group.shop with request_method = .OPTIONS. and cors = true, or bind a plugin of type cors to huaweicloud_apig_api.put`
}

resource "huaweicloud_apig_api" "header" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders"
  cors           = true # want `true` `has CORS and the header X-Tenant`

  request_params {
    name     = "X-Tenant"
    location = "HEADER"
  }
}

resource "huaweicloud_apig_api" "iam" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  request_method          = "GET"
  request_path            = "/customers"
  security_authentication = "IAM"
  cors                    = true # want `true` `has CORS and credentials in a header`
}

resource "huaweicloud_apig_api" "app" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  request_method          = "GET"
  request_path            = "/customers/app"
  security_authentication = "APP"
  cors                    = true # want `true` `has CORS and credentials in a header`
}

resource "huaweicloud_apig_custom_authorizer" "session" {
  identity {
    name     = "X-Session"
    location = "HEADER"
  }
}

resource "huaweicloud_apig_api" "authorizer" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  request_method          = "GET"
  request_path            = "/session"
  security_authentication = "AUTHORIZER"
  authorizer_id           = huaweicloud_apig_custom_authorizer.session.id
  cors                    = true # want `true` `has CORS and the header X-Session`
}

# Silent: browsers send this without asking first.
resource "huaweicloud_apig_api" "simple" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/simple"
  cors           = true

  request_params {
    name     = "Accept-Language"
    location = "HEADER"
  }
  request_params {
    name     = "page"
    location = "QUERY"
  }
}

# Silent: it is not for other origins.
resource "huaweicloud_apig_api" "same_origin" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "DELETE"
  request_path   = "/same-origin"
}

# Silent: it takes OPTIONS itself.
resource "huaweicloud_apig_api" "any" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  request_method          = "ANY"
  request_path            = "/any"
  security_authentication = "IAM"
  cors                    = true
}

# Silent: nobody knows whether it is preflighted. The method can be OPTIONS, too, but not for the paths above.
resource "huaweicloud_apig_api" "unknown_method" {
  instance_id    = huaweicloud_apig_instance.main.id
  group_id       = huaweicloud_apig_group.shop.id
  request_method = var.unknown ? "GET" : "PUT"
  request_path   = "/never/options"
  cors           = true
}

# Silent: browsers do not speak gRPC.
resource "huaweicloud_apig_api" "grpc" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  request_protocol        = "GRPCS"
  request_method          = "POST"
  request_path            = "/shop.Orders"
  security_authentication = "IAM"
  cors                    = true
}
