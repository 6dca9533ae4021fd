variable "path" {}
variable "name" {}
variable "location" {}
variable "params" {}

locals {
  order = "/orders/{id}"
}

resource "huaweicloud_apig_api" "undeclared" {
  request_path = local.order # want `local.order` `huaweicloud_apig_api.undeclared has .id. in its path but no request parameter id with location PATH: the apply gets APIG.2026` help `add a request_params block to huaweicloud_apig_api.undeclared with name = .id. and location = .PATH.`
}

# The parameter has the name, and another location.
resource "huaweicloud_apig_api" "query" {
  request_path = "/orders/{id}" # want `"/orders/{id}"` `huaweicloud_apig_api.query has .id. in its path but no request parameter id with location PATH`

  request_params {
    name     = "id"
    location = "QUERY"
  }
}

# Names are compared with their case, and both sides are wrong.
resource "huaweicloud_apig_api" "case" {
  request_path = "/orders/{Id}" # want `"/orders/{Id}"` `has {Id} in its path`

  request_params {
    name     = "id" # want `"id"` `huaweicloud_apig_api.case has a request parameter id with location PATH but no .id. in its path` help `add .id. to request_path of huaweicloud_apig_api.case, or set the location of the parameter to QUERY or HEADER`
    location = "PATH"
  }
}

# Without a location it is a PATH parameter.
resource "huaweicloud_apig_api" "default" {
  request_path = "/orders"

  request_params {
    name = "page" # want `"page"` `huaweicloud_apig_api.default has a request parameter page with the default location PATH but no .page. in its path` help `add .page. to request_path of huaweicloud_apig_api.default, or set the location of the parameter to QUERY or HEADER`
  }
}

# Silent: all agree.
resource "huaweicloud_apig_api" "declared" {
  request_path = "/shops/{shop}/orders/{rest+}"

  request_params {
    name = "shop"
  }
  request_params {
    name     = "rest"
    location = "PATH"
  }
  request_params {
    name     = "page"
    location = "QUERY"
  }
}

# Silent: nobody knows the path.
resource "huaweicloud_apig_api" "unknown_path" {
  request_path = var.path

  request_params {
    name     = "id"
    location = "PATH"
  }
}

# Silent: any of these may be the parameter.
resource "huaweicloud_apig_api" "unknown_name" {
  request_path = "/orders/{id}"

  request_params {
    name     = var.name
    location = "PATH"
  }
}

resource "huaweicloud_apig_api" "unknown_location" {
  request_path = "/orders/{id}"

  request_params {
    name     = "id"
    location = var.location
  }
}

resource "huaweicloud_apig_api" "unknown_blocks" {
  request_path = "/orders/{id}"

  dynamic "request_params" {
    for_each = var.params

    content {
      name     = request_params.value
      location = "PATH"
    }
  }
}

# Silent: gRPC has no parameters, which is another defect.
resource "huaweicloud_apig_api" "grpc" {
  request_protocol = "GRPCS"
  request_path     = "/{id}"
}
