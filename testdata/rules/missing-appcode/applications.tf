variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_application" "without" {
  name = "without"
}

resource "huaweicloud_apig_application" "empty" {
  app_codes = []
}

resource "huaweicloud_apig_application" "inline" {
  app_codes = ["Y29kZQ"]
}

resource "huaweicloud_apig_application" "resource" {
  name = "resource"
}

resource "huaweicloud_apig_appcode" "resource" {
  application_id = huaweicloud_apig_application.resource.id
}

resource "huaweicloud_apig_application" "perhaps" {
  name = "perhaps"
}

resource "huaweicloud_apig_appcode" "perhaps" {
  count          = var.unknown
  application_id = huaweicloud_apig_application.perhaps.id
}

locals {
  authorized = {
    without   = { app = huaweicloud_apig_application.without.id, api = huaweicloud_apig_api.without.id }
    empty     = { app = huaweicloud_apig_application.empty.id, api = huaweicloud_apig_api.without.id }
    inline    = { app = huaweicloud_apig_application.inline.id, api = huaweicloud_apig_api.inline.id }
    other     = { app = huaweicloud_apig_application.without.id, api = huaweicloud_apig_api.inline.id }
    resource  = { app = huaweicloud_apig_application.resource.id, api = huaweicloud_apig_api.resource.id }
    perhaps   = { app = huaweicloud_apig_application.perhaps.id, api = huaweicloud_apig_api.perhaps.id }
    unknown   = { app = var.unknown, api = huaweicloud_apig_api.unknown.id }
    signed    = { app = huaweicloud_apig_application.without.id, api = huaweicloud_apig_api.signed.id }
    elsewhere = { app = huaweicloud_apig_application.without.id, api = huaweicloud_apig_api.elsewhere.id }
  }
}

resource "huaweicloud_apig_application_authorization" "all" {
  for_each       = local.authorized
  application_id = each.value.app
  api_ids        = [each.value.api]
}

resource "huaweicloud_apig_api" "without" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = true # want `true` `without accepts AppCodes, but no app that is authorized to call it has one: calls with X-Apig-AppCode are rejected`
}

# Silent: an application has one.
resource "huaweicloud_apig_api" "inline" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = true
}

resource "huaweicloud_apig_api" "resource" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = true
}

# Silent: it may have one.
resource "huaweicloud_apig_api" "perhaps" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = true
}

# Silent: the application is declared elsewhere.
resource "huaweicloud_apig_api" "unknown" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = true
}

# Silent: its callers sign.
resource "huaweicloud_apig_api" "signed" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = false
}

# Silent: nobody is authorized, which unauthorized-api reports.
resource "huaweicloud_apig_api" "unauthorized" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = true
}

# Silent: its group is declared elsewhere, and so may its authorizations be.
resource "huaweicloud_apig_api" "elsewhere" {
  group_id                = var.unknown
  security_authentication = "APP"
  simple_authentication   = true
}
