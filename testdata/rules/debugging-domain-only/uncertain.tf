# Silent throughout.
variable "debugging" {
  type = bool
}

variable "bound" {
  type = bool
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Nobody knows whether the debugging domain is on.
resource "huaweicloud_apig_group" "debugging" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "debugging"
  domain_access_enabled = var.debugging
}

resource "huaweicloud_apig_api" "debugging" {
  group_id = huaweicloud_apig_group.debugging.id
}

# There may be a domain.
resource "huaweicloud_apig_group" "bound" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "bound"
  domain_access_enabled = true
}

resource "huaweicloud_apig_group_domain_associate" "bound" {
  count = var.bound ? 1 : 0

  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.bound.id
  url_domain  = "bound.example.com"
}

resource "huaweicloud_apig_api" "bound" {
  group_id = huaweicloud_apig_group.bound.id
}

resource "huaweicloud_apig_api_publishment" "bound" {
  api_id = huaweicloud_apig_api.bound.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

# Calls come in by address.
resource "huaweicloud_apig_instance" "routed" {
  name = "routed"
}

resource "huaweicloud_apig_instance_feature" "routed" {
  instance_id = huaweicloud_apig_instance.routed.id
  name        = "app_route"
  enabled     = true
}

resource "huaweicloud_apig_group" "routed" {
  instance_id           = huaweicloud_apig_instance.routed.id
  name                  = "routed"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "routed" {
  group_id = huaweicloud_apig_group.routed.id
}
