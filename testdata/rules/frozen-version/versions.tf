variable "unknown" {
  type = string
}

locals {
  versions = { orders = "5a7e3b0c1d2f4a6f" }
}

resource "huaweicloud_apig_api_publishment" "literal" { # want `resource "huaweicloud_apig_api_publishment" "literal"` `literal is pinned to one version: changes of the API do not reach callers`
  version_id = "5a7e3b0c1d2f4a6f"
}

resource "huaweicloud_apig_api_publishment" "local" { # want `resource "huaweicloud_apig_api_publishment" "local"` `local is pinned to one version`
  version_id = local.versions["orders"]
}

resource "huaweicloud_apig_api_publishment" "each" { # want `resource "huaweicloud_apig_api_publishment" "each"` `each\["orders"\] is pinned to one version`
  for_each   = local.versions
  version_id = each.value
}

# Silent: no version, or the empty one, means the newest.
resource "huaweicloud_apig_api_publishment" "newest" {
  description = "newest"
}

resource "huaweicloud_apig_api_publishment" "empty" {
  version_id = ""
}

resource "huaweicloud_apig_api_publishment" "null" {
  version_id = null
}

# Silent: nobody knows whether there is one.
resource "huaweicloud_apig_api_publishment" "unknown" {
  version_id = var.unknown
}

# Silent: others decide which version it is.
resource "huaweicloud_apig_api_publishment" "left" {
  version_id = "5a7e3b0c1d2f4a6f"

  lifecycle {
    ignore_changes = [version_id]
  }
}
