# Silent throughout: what is not certain may lead to the groups.
variable "gateway_id" {
  type = string
}

variable "debugging" {
  type = bool
}

variable "domains" {
  type = set(string)
}

variable "paths" {
  type = set(string)
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# The gateway is declared elsewhere, with whatever features it has.
resource "huaweicloud_apig_group" "elsewhere" {
  instance_id = var.gateway_id
  name        = "elsewhere"
}

resource "huaweicloud_apig_api" "elsewhere" {
  group_id = huaweicloud_apig_group.elsewhere.id
}

resource "huaweicloud_apig_group" "debugging" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "debugging"
  domain_access_enabled = var.debugging
}

resource "huaweicloud_apig_api" "debugging" {
  group_id = huaweicloud_apig_group.debugging.id
}

resource "huaweicloud_apig_group" "domains" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "domains"

  dynamic "url_domains" {
    for_each = var.domains

    content {
      name = url_domains.value
    }
  }
}

resource "huaweicloud_apig_api" "domains" {
  group_id = huaweicloud_apig_group.domains.id
}

# There may be no API.
resource "huaweicloud_apig_group" "paths" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "paths"
}

resource "huaweicloud_apig_api" "paths" {
  for_each = var.paths

  group_id     = huaweicloud_apig_group.paths.id
  request_path = each.value
}
