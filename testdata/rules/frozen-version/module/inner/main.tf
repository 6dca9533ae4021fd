variable "version_id" {
  type    = string
  default = null
}

resource "huaweicloud_apig_api_publishment" "this" { # want `resource "huaweicloud_apig_api_publishment" "this"` `module.frozen.huaweicloud_apig_api_publishment.this is pinned to one version`
  version_id = var.version_id
}
