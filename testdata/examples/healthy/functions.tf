resource "huaweicloud_fgs_function" "this" {
  for_each = local.functions

  name        = each.key
  app         = "default"
  runtime     = "Node.js18.15"
  handler     = "index.handler"
  memory_size = each.value.memory
  timeout     = each.value.timeout
  code_type   = "inline"
  func_code   = base64encode(file("${path.module}/functions/${each.key}.js"))
}

resource "huaweicloud_apig_custom_authorizer" "session" {
  instance_id      = module.gateway.id
  name             = "session"
  type             = "FRONTEND"
  function_urn     = huaweicloud_fgs_function.this["sessions"].urn
  function_version = "latest"
  cache_age        = 60

  identity {
    name     = "X-Session"
    location = "HEADER"
  }
}
