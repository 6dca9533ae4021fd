# Lists and sets that one expression makes.
resource "huaweicloud_apig_api" "each" {
  for_each = toset(["orders", "refunds"])

  name = each.key
}

resource "huaweicloud_apig_api" "counted" {
  count = 2

  name = "counted-${count.index}"
}

locals {
  names = [for api in huaweicloud_apig_api.each : api.name]
}

resource "huaweicloud_apig_application_authorization" "for" {
  api_ids = [for api in huaweicloud_apig_api.each : api.name] # want `[for api in huaweicloud_apig_api.each : api.name]` `api_ids of huaweicloud_apig_application_authorization.for is the name of huaweicloud_apig_api.each\["orders"\], and not the id` help `set api_ids to the id of huaweicloud_apig_api.each\["orders"\]`
}

resource "huaweicloud_apig_application_authorization" "splat" {
  api_ids = huaweicloud_apig_api.counted[*].name # want `huaweicloud_apig_api.counted[*].name` `is the name of huaweicloud_apig_api.counted\[0\], and not the id`
}

resource "huaweicloud_apig_application_authorization" "set" {
  api_ids = toset(local.names) # want `toset(local.names)` `is the name of huaweicloud_apig_api.each`
}

# In a block that is made of a list.
resource "huaweicloud_apig_api" "dynamic" {
  name = "dynamic"

  dynamic "web" {
    for_each = [huaweicloud_apig_application_authorization.for.id]

    content {
      vpc_channel_id = huaweicloud_apig_api.counted[0].id # want `huaweicloud_apig_api.counted[0].id` `vpc_channel_id of huaweicloud_apig_api.dynamic is the id of huaweicloud_apig_api.counted\[0\], and not the id of a huaweicloud_apig_channel`
    }
  }
}

# Silent: ids, ids that are looked up by a name, and texts that only look like a name.
variable "by_name" {
  default = {
    orders  = "0123456789abcdef"
    refunds = "123456789abcdef0"
  }
}

resource "huaweicloud_apig_application_authorization" "ids" {
  api_ids = [for api in huaweicloud_apig_api.each : api.id]
}

resource "huaweicloud_apig_application_authorization" "looked_up" {
  api_ids = [for api in huaweicloud_apig_api.each : var.by_name[api.name]]
}

resource "huaweicloud_apig_application_authorization" "two" {
  api_ids = concat(huaweicloud_apig_api.counted[*].id, [for name in ["orders"] : var.by_name[name]])
}
