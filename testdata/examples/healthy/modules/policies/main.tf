variable "instance_id" {
  description = "ID of the gateway."
  type        = string
}

variable "throttling" {
  description = "How often may be called, by name. A limit that is not set is not counted."
  type = map(object({
    period      = optional(number, 1)
    unit        = optional(string, "MINUTE")
    api         = number
    user        = optional(number)
    app         = optional(number)
    ip          = optional(number)
    publish_ids = list(string)
  }))
}

variable "permitted" {
  description = "Ranges that alone may call, by name."
  type = map(object({
    ranges      = list(string)
    publish_ids = list(string)
  }))
  default = {}
}

variable "signature" {
  description = "Key and secret with which requests to the backends are signed."
  type = object({
    key    = string
    secret = string
  })
  sensitive = true
}

variable "signature_publish_ids" {
  description = "Publications whose backends check the signature."
  type        = list(string)
}

resource "huaweicloud_apig_throttling_policy" "this" {
  for_each = var.throttling

  instance_id       = var.instance_id
  name              = each.key
  type              = "API-based"
  period            = each.value.period
  period_unit       = each.value.unit
  max_api_requests  = each.value.api
  max_user_requests = each.value.user
  max_app_requests  = each.value.app
  max_ip_requests   = each.value.ip
}

resource "huaweicloud_apig_throttling_policy_associate" "this" {
  for_each = var.throttling

  instance_id = var.instance_id
  policy_id   = huaweicloud_apig_throttling_policy.this[each.key].id
  publish_ids = each.value.publish_ids
}

resource "huaweicloud_apig_acl_policy" "permitted" {
  for_each = var.permitted

  instance_id = var.instance_id
  name        = "permit_${each.key}"
  type        = "PERMIT"
  entity_type = "IP"
  value       = join(",", each.value.ranges)
}

resource "huaweicloud_apig_acl_policy_associate" "permitted" {
  for_each = var.permitted

  instance_id = var.instance_id
  policy_id   = huaweicloud_apig_acl_policy.permitted[each.key].id
  publish_ids = each.value.publish_ids
}

resource "huaweicloud_apig_signature" "backends" {
  instance_id = var.instance_id
  name        = "backends"
  type        = "hmac"
  key         = var.signature.key
  secret      = var.signature.secret
}

resource "huaweicloud_apig_signature_associate" "backends" {
  instance_id  = var.instance_id
  signature_id = huaweicloud_apig_signature.backends.id
  publish_ids  = var.signature_publish_ids
}
