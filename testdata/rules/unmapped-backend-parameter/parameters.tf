variable "unknown" {}

locals {
  backend = "/v1/orders/{number}"
}

resource "huaweicloud_apig_api" "unfilled" {
  request_path = "/orders"

  web {
    path = local.backend # want `local.backend` `huaweicloud_apig_api.unfilled has .number. in its backend path but no backend parameter number with location PATH: the apply gets APIG.2027`
  }
}

# The parameter has the name, and another location.
resource "huaweicloud_apig_api" "header" {
  request_path = "/orders"

  backend_params {
    type     = "CONSTANT"
    name     = "number"
    location = "HEADER"
    value    = "1"
  }
  web {
    path = "/v1/orders/{number}" # want `"/v1/orders/{number}"` `huaweicloud_apig_api.header has .number. in its backend path but no backend parameter number with location PATH`
  }
}

resource "huaweicloud_apig_api" "surplus" {
  request_path = "/orders"

  backend_params {
    type     = "CONSTANT"
    name     = "number" # want `"number"` `huaweicloud_apig_api.surplus has a backend parameter number with location PATH but no .number. in its backend path: the apply gets APIG.2027` help `add .number. to the backend path of huaweicloud_apig_api.surplus, or remove the parameter`
    location = "PATH"
    value    = "1"
  }
  web {
    path = "/v1/orders"
  }
}

resource "huaweicloud_apig_api" "undeclared" {
  request_path = "/orders"

  request_params {
    name     = "page"
    location = "QUERY"
  }
  backend_params {
    type     = "REQUEST"
    name     = "offset"
    location = "QUERY"
    value    = "pages" # want `"pages"` `huaweicloud_apig_api.undeclared maps its request parameter pages to the backend but does not declare it: the apply gets APIG.2028` help `add a request_params block to huaweicloud_apig_api.undeclared with name = .pages.`
  }
  web {
    path = "/v1/orders"
  }
}

# A policy has parameters of its own, and those of the default backend do not count.
resource "huaweicloud_apig_api" "policy" {
  request_path = "/orders/{id}"

  request_params {
    name = "id"
  }
  backend_params {
    type     = "REQUEST"
    name     = "number"
    location = "PATH"
    value    = "id"
  }
  web {
    path = "/v1/orders/{number}"
  }
  web_policy {
    path = "/v2/orders/{number}" # want `"/v2/orders/{number}"` `huaweicloud_apig_api.policy has .number. in its backend path but no backend parameter number with location PATH`

    backend_params {
      type     = "REQUEST"
      name     = "Number"
      location = "HEADER"
      value    = "ID" # want `"ID"` `huaweicloud_apig_api.policy maps its request parameter ID to the backend but does not declare it` help `add a request_params block to huaweicloud_apig_api.policy with name = .ID.`
    }
  }
}

# Functions have parameters, and no path.
resource "huaweicloud_apig_api" "function" {
  request_path = "/orders"

  backend_params {
    type     = "REQUEST"
    name     = "number"
    location = "PATH"
    value    = "id" # want `"id"` `huaweicloud_apig_api.function maps its request parameter id to the backend but does not declare it` help `add a request_params block to huaweicloud_apig_api.function with name = .id.`
  }
  func_graph {
    function_urn = "urn:fss:orders"
  }
}

# Silent: all agree, and what is constant or from the system is mapped from nothing.
resource "huaweicloud_apig_api" "mapped" {
  request_path = "/orders/{id}"

  request_params {
    name = "id"
  }
  backend_params {
    type     = "REQUEST"
    name     = "number"
    location = "PATH"
    value    = "id"
  }
  backend_params {
    type     = "CONSTANT"
    name     = "source"
    location = "HEADER"
    value    = "gateway"
  }
  backend_params {
    type              = "SYSTEM"
    name              = "stage"
    location          = "HEADER"
    value             = "stage"
    system_param_type = "internal"
  }
  web {
    path = "/v1/orders/a-{number}"
  }
}

# Silent: a variable of the environment may bring the parameter into the path.
resource "huaweicloud_apig_api" "variable" {
  request_path = "/orders"

  backend_params {
    type     = "CONSTANT"
    name     = "number"
    location = "PATH"
    value    = "1"
  }
  web {
    path = "/#version#/orders"
  }
}

# Silent: that the API's own path has an undeclared parameter is said once, there.
resource "huaweicloud_apig_api" "said_elsewhere" {
  request_path = "/orders/{id}"

  backend_params {
    type     = "REQUEST"
    name     = "number"
    location = "PATH"
    value    = "id"
  }
  web {
    path = "/v1/orders/{number}"
  }
}

# Silent: the rule may make the parameter that is mapped.
resource "huaweicloud_apig_api" "orchestrated" {
  request_path = "/orders"

  request_params {
    name           = "user"
    location       = "QUERY"
    orchestrations = ["5f1a"]
  }
  backend_params {
    type     = "REQUEST"
    name     = "tenant"
    location = "HEADER"
    value    = "tenant"
  }
  web {
    path = "/v1/orders"
  }
}

# Silent: any of these may make it right.
resource "huaweicloud_apig_api" "unknown" {
  request_path = "/orders"

  dynamic "request_params" {
    for_each = var.unknown

    content {
      name     = request_params.value
      location = "QUERY"
    }
  }
  dynamic "backend_params" {
    for_each = var.unknown

    content {
      name     = backend_params.value
      location = "PATH"
    }
  }
  backend_params {
    type     = "REQUEST"
    name     = "tenant"
    location = "HEADER"
    value    = "tenant"
  }
  web {
    path = "/v1/orders/{number}"
  }
}

resource "huaweicloud_apig_api" "unknown_names" {
  request_path = "/orders"

  request_params {
    name     = var.unknown
    location = "QUERY"
  }
  backend_params {
    type     = "REQUEST"
    name     = var.unknown
    location = "PATH"
    value    = "id"
  }
  web {
    path = "/v1/orders/{number}"
  }
}
