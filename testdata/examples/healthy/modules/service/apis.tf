resource "huaweicloud_apig_api" "this" {
  for_each = var.apis

  instance_id             = var.instance_id
  group_id                = huaweicloud_apig_group.this.id
  name                    = "${var.name}_${each.key}"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = each.value.method
  request_path            = each.value.path
  matching                = each.value.matching
  security_authentication = each.value.authentication
  simple_authentication   = each.value.app_code
  authorizer_id           = each.value.authorizer_id
  cors                    = each.value.cors
  response_id             = huaweicloud_apig_response.this.id

  dynamic "request_params" {
    for_each = each.value.parameters

    content {
      name     = request_params.value.name
      location = request_params.value.location
      type     = request_params.value.type
      required = request_params.value.location == "PATH"
    }
  }

  dynamic "backend_params" {
    for_each = each.value.mock == null ? each.value.parameters : []

    content {
      type     = "REQUEST"
      name     = backend_params.value.name
      location = backend_params.value.location
      value    = backend_params.value.name
    }
  }

  dynamic "web" {
    for_each = each.value.channel[*]

    content {
      vpc_channel_id   = huaweicloud_apig_channel.this.id
      path             = web.value.path
      request_protocol = "HTTP"
      request_method   = each.value.method
      timeout          = each.value.timeout
    }
  }

  dynamic "web" {
    for_each = each.value.address[*]

    content {
      backend_address  = web.value.host
      path             = web.value.path
      request_protocol = "HTTP"
      request_method   = each.value.method
      timeout          = each.value.timeout
    }
  }

  dynamic "func_graph" {
    for_each = each.value.function[*]

    content {
      function_urn    = func_graph.value.urn
      version         = func_graph.value.version
      network_type    = "V2"
      invocation_type = "sync"
      timeout         = each.value.timeout
    }
  }

  dynamic "mock" {
    for_each = each.value.mock[*]

    content {
      status_code = mock.value.status
      response    = mock.value.response
    }
  }

  lifecycle {
    precondition {
      condition     = length(compact([for backend in [each.value.channel, each.value.address, each.value.function, each.value.mock] : backend == null ? "" : "set"])) == 1
      error_message = "${each.key} needs exactly one backend."
    }
  }

  # An API is published with the variables that its backend names.
  depends_on = [huaweicloud_apig_environment_variable.this]
}

locals {
  publications = {
    for pair in setproduct(keys(var.apis), keys(var.stages)) : join("/", pair) => { api = pair[0], stage = pair[1] }
  }
}

resource "huaweicloud_apig_api_publishment" "this" {
  for_each = local.publications

  instance_id = var.instance_id
  api_id      = huaweicloud_apig_api.this[each.value.api].id
  env_id      = var.stages[each.value.stage]

  # Callers get what was published last, not what was edited last: a changed definition is published again.
  description = sha1(jsonencode(var.apis[each.value.api]))
}

resource "huaweicloud_apig_plugin" "cors" {
  count = var.cors == null ? 0 : 1

  instance_id = var.instance_id
  name        = "${var.name}_cors"
  type        = "cors"
  content = jsonencode({
    allow_origin      = var.cors.origin
    allow_methods     = join(",", concat(var.cors.methods, ["OPTIONS"]))
    allow_headers     = join(",", var.cors.headers)
    expose_headers    = "X-Request-Id"
    max_age           = 3600
    allow_credentials = true
  })
}

resource "huaweicloud_apig_plugin_batch_apis_associate" "cors" {
  for_each = var.cors == null ? {} : var.stages

  instance_id = var.instance_id
  plugin_id   = huaweicloud_apig_plugin.cors[0].id
  env_id      = each.value
  api_ids     = [for api in var.cors.apis : huaweicloud_apig_api.this[api].id]

  depends_on = [huaweicloud_apig_api_publishment.this]
}
