resource "huaweicloud_apig_group" "this" {
  instance_id = var.instance_id
  name        = var.name
  description = "APIs of the service ${var.name}"
}

resource "huaweicloud_apig_group_domain_associate" "this" {
  instance_id        = var.instance_id
  group_id           = huaweicloud_apig_group.this.id
  url_domain         = var.host
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = var.https_port
}

resource "huaweicloud_apig_certificate" "this" {
  instance_id = var.instance_id
  name        = "${var.name}_host"
  type        = "instance"
  content     = var.certificate.content
  private_key = var.certificate.private_key
}

resource "huaweicloud_apig_certificate_batch_domains_associate" "this" {
  instance_id                  = var.instance_id
  certificate_id               = huaweicloud_apig_certificate.this.id
  verify_disabled_domain_names = [huaweicloud_apig_group_domain_associate.this.url_domain]
}

resource "huaweicloud_apig_response" "this" {
  instance_id = var.instance_id
  group_id    = huaweicloud_apig_group.this.id
  name        = "plain"

  dynamic "rule" {
    for_each = {
      THROTTLED       = 429
      BACKEND_TIMEOUT = 504
    }

    content {
      error_type  = rule.key
      status_code = rule.value
      body        = jsonencode({ code = "$context.error.code", message = "$context.error.message", request = "$context.requestId" })
    }
  }
}

resource "huaweicloud_apig_channel" "this" {
  instance_id      = var.instance_id
  name             = "${var.name}-servers"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"
  type             = "builtin"

  health_check {
    protocol           = "HTTP"
    method             = "GET"
    path               = "/healthz"
    http_codes         = "200"
    threshold_normal   = 2
    threshold_abnormal = 3
    interval           = 10
    timeout            = 5
  }

  dynamic "member" {
    for_each = var.members

    content {
      host   = member.value
      weight = 10
    }
  }
}

locals {
  stage_variables = merge([
    for stage, variables in var.variables : {
      for name, value in variables : "${stage}/${name}" => { stage = stage, name = name, value = value }
    }
  ]...)
}

resource "huaweicloud_apig_environment_variable" "this" {
  for_each = local.stage_variables

  instance_id = var.instance_id
  group_id    = huaweicloud_apig_group.this.id
  env_id      = var.stages[each.value.stage]
  name        = each.value.name
  value       = each.value.value
}
