resource "huaweicloud_apig_responses" "slip" { # want `"huaweicloud_apig_responses"` `huaweicloud_apig_responses.slip: the provider has no resource type huaweicloud_apig_responses: did you mean huaweicloud_apig_response\?`
  name = "slip"
}

resource "huaweicloud_apig_channel_members" "list" { # want `"huaweicloud_apig_channel_members"` `there is a data source of that name`
  for_each = toset(["a", "b"])

  instance_id = each.key
}

data "huaweicloud_apig_response" "single" { # want `"huaweicloud_apig_response"` `data.huaweicloud_apig_response.single: the provider has no data source huaweicloud_apig_response: there is a resource of that name`
  name = "single"
}

resource "huaweicloud_apig_something_else" "far" { # want `"huaweicloud_apig_something_else"` `the provider has no resource type huaweicloud_apig_something_else$`
  name = "far"
}

# Silent: an older name of a type that there is.
resource "huaweicloud_apig_plugin_associate" "older" {
  instance_id = "gateway"
  plugin_id   = "plugin"
  env_id      = "stage"
  api_ids     = ["api"]
}

# Silent: the tables do not know all types that do not belong to the gateway.
resource "huaweicloud_rds_instance" "database" {
  name = "database"
}

# Silent: another provider's.
resource "other_apig_responses" "foreign" {
  name = "foreign"
}
