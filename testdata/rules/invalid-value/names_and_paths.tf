# Reserved names of request parameters, in any case.
locals {
  reserved = "x-apig-tenant"
}

resource "huaweicloud_apig_api" "names" {
  request_params {
    name     = "X-Stage" # want `"X-Stage"` `^huaweicloud_apig_api.names has a value of request_params.name that is not allowed: the apply fails$` help `x-stage and names that begin with x-apig- or x-sdk- are reserved`
    location = "HEADER"
  }
  request_params {
    name     = local.reserved # want `local.reserved` `that is not allowed`
    location = "QUERY"
  }
  # Silent: these only look like them.
  request_params {
    name     = "X-Stages"
    location = "HEADER"
  }
  request_params {
    name     = "apig-x-tenant"
    location = "HEADER"
  }
}

# Where parameters stand in a path.
resource "huaweicloud_apig_api" "part" {
  request_path = "/v{n}/orders" # want `"/v{n}/orders"` `^huaweicloud_apig_api.part has a value of request_path that is not allowed: the apply may fail$` help `a parameter takes a whole segment of the path`
}

resource "huaweicloud_apig_api" "extension" {
  request_path = "/files/{name}.json" # want `"/files/{name}.json"` `that is not allowed`
}

resource "huaweicloud_apig_api" "middle" {
  request_path = "/orders/{rest+}/lines" # want `"/orders/{rest+}/lines"` `that is not allowed` help `a parameter with \+ stands at the end of the path`
}

resource "huaweicloud_apig_api" "prefix" {
  matching     = "Prefix"
  request_path = "/orders/{rest+}" # want `"/orders/{rest+}"` `request_path that is not allowed with matching = "Prefix"`
}

# Silent: whole segments, and the rest at the end.
resource "huaweicloud_apig_api" "segments" {
  for_each = toset(["/", "/orders/{id}", "/orders/{id}/lines/{line}", "/files/{rest+}", "/{id}/"])

  matching     = "Exact"
  request_path = each.key
}

# A URI has no blanks.
resource "huaweicloud_apig_api" "blank" {
  request_path = "/orders /{id}" # want `"/orders /{id}"` `that is not allowed` help `the request path has no blanks`
}

# What a gRPC service is called by.
resource "huaweicloud_apig_api" "grpc" {
  for_each = toset(["/", "/shop.Orders", "/shop.Orders/List"])

  request_protocol = "GRPCS"
  request_path     = each.key
}

resource "huaweicloud_apig_api" "deep" {
  request_protocol = "GRPCS"
  request_path     = "/shop/orders/list" # want `"/shop/orders/list"` `request_path that is not allowed with request_protocol = "GRPCS"`
}

# The name of an environment is not its id.
locals {
  environments = { live = "RELEASE", id = "DEFAULT_ENVIRONMENT_RELEASE_ID" }
}

resource "huaweicloud_apig_api_publishment" "name" {
  env_id = "RELEASE" # want `"RELEASE"` `^huaweicloud_apig_api_publishment.name has env_id = "RELEASE", which is not allowed: the apply fails$` help `RELEASE is the name of the environment, and its id is DEFAULT_ENVIRONMENT_RELEASE_ID`
}

resource "huaweicloud_apig_application_authorization" "local" {
  env_id = local.environments.live # want `local.environments.live` `has env_id = "RELEASE", which is not allowed`
}

# Silent: the id.
resource "huaweicloud_apig_api_publishment" "id" {
  env_id = local.environments.id
}
