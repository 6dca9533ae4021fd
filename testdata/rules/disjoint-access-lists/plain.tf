variable "unknown" {
  type = string
}

locals {
  office = "203.0.113.0/24"
}

resource "huaweicloud_apig_instance" "main" {
  name    = "main"
  edition = "BASIC"
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  name                    = "orders"
  security_authentication = "APP"
}

resource "huaweicloud_apig_api" "open" {
  instance_id             = huaweicloud_apig_instance.main.id
  name                    = "open"
  security_authentication = "NONE"
}

resource "huaweicloud_apig_api_publishment" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "open" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.open.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_acl_policy" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "partners"
  type        = "PERMIT"
  entity_type = "IP"
  value       = "198.51.100.0/24,192.0.2.1-192.0.2.9"
}

resource "huaweicloud_apig_acl_policy_associate" "partners" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_acl_policy.partners.id

  publish_ids = [
    huaweicloud_apig_api_publishment.orders.publish_id,
    huaweicloud_apig_api_publishment.open.publish_id,
  ]
}

resource "huaweicloud_apig_application" "all" {
  for_each = toset(["office", "denied", "partner", "overlapping", "unknown", "unknown_type", "elsewhere", "two"])

  instance_id = huaweicloud_apig_instance.main.id
  name        = each.key
}

resource "huaweicloud_apig_application_authorization" "all" {
  for_each = huaweicloud_apig_application.all

  instance_id    = huaweicloud_apig_instance.main.id
  application_id = each.value.id
  env_id         = each.key == "elsewhere" ? huaweicloud_apig_environment.beta.id : "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [huaweicloud_apig_api.orders.id, huaweicloud_apig_api.open.id]
}

resource "huaweicloud_apig_application_acl" "office" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["office"].id
  type           = "PERMIT"
  values         = [local.office, "192.0.2.10"] # want `[local.office, "192.0.2.10"]` `huaweicloud_apig_application_acl.office lets in no address that huaweicloud_apig_acl_policy.partners lets in: calls of huaweicloud_apig_application.all\["office"\] to huaweicloud_apig_api.orders get APIG.0402 or APIG.0405` help `list the addresses from which huaweicloud_apig_application.all\["office"\] calls in both`
}

resource "huaweicloud_apig_application_acl" "denied" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["denied"].id
  type           = "DENY"
  values         = ["198.51.0.0/16", "192.0.2.0/24"] # want `["198.51.0.0/16", "192.0.2.0/24"]` `lets in no address that huaweicloud_apig_acl_policy.partners lets in`
}

# Silent: the partner is one of the partners, and so is one of the overlapping addresses.
resource "huaweicloud_apig_application_acl" "partner" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["partner"].id
  type           = "PERMIT"
  values         = ["198.51.100.7"]
}

resource "huaweicloud_apig_application_acl" "overlapping" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["overlapping"].id
  type           = "PERMIT"
  values         = ["192.0.2.9-192.0.2.20"]
}

# Silent: an entry or the type is not known.
resource "huaweicloud_apig_application_acl" "unknown" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["unknown"].id
  type           = "PERMIT"
  values         = ["203.0.113.1", var.unknown]
}

resource "huaweicloud_apig_application_acl" "unknown_type" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["unknown_type"].id
  type           = var.unknown
  values         = ["203.0.113.1"]
}

# Silent: the app is authorized in another environment, where the API has no list.
resource "huaweicloud_apig_application_acl" "elsewhere" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["elsewhere"].id
  type           = "PERMIT"
  values         = ["203.0.113.1"]
}

# Silent: which of its lists the app keeps is not known.
resource "huaweicloud_apig_application_acl" "two" {
  count = 2

  instance_id    = huaweicloud_apig_instance.main.id
  application_id = huaweicloud_apig_application.all["two"].id
  type           = "PERMIT"
  values         = ["203.0.113.${count.index}"]
}
