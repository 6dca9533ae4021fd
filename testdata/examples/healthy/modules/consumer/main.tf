variable "instance_id" {
  description = "ID of the gateway."
  type        = string
}

variable "stages" {
  description = "IDs of the stages to call, by name."
  type        = map(string)
}

variable "name" {
  description = "Name of the consumer."
  type        = string
}

variable "has_code" {
  description = "Whether the consumer calls with an AppCode."
  type        = bool
}

variable "app_code" {
  description = "Its AppCode."
  type        = string
  default     = null
  sensitive   = true
}

variable "api_ids" {
  description = "IDs of the APIs that it may call."
  type        = list(string)
}

resource "huaweicloud_apig_application" "this" {
  instance_id = var.instance_id
  name        = var.name
  description = "Calls of ${var.name}"
}

resource "huaweicloud_apig_appcode" "this" {
  count = var.has_code ? 1 : 0

  instance_id    = var.instance_id
  application_id = huaweicloud_apig_application.this.id
  value          = var.app_code
}

resource "huaweicloud_apig_application_authorization" "this" {
  for_each = var.stages

  instance_id    = var.instance_id
  application_id = huaweicloud_apig_application.this.id
  env_id         = each.value
  api_ids        = var.api_ids
}

output "app_key" {
  value     = huaweicloud_apig_application.this.app_key
  sensitive = true
}
