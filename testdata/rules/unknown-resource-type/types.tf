resource "huaweicloud_apig_responses" "slip" { # want `"huaweicloud_apig_responses"` `^huaweicloud_apig_responses.slip has the type huaweicloud_apig_responses, and the provider has no such resource type \(did you mean huaweicloud_apig_response\?\): the plan fails$` help `^use huaweicloud_apig_response$`
  name = "slip"
}

resource "huaweicloud_apig_channel_members" "list" { # want `"huaweicloud_apig_channel_members"` `^huaweicloud_apig_channel_members.list has the type huaweicloud_apig_channel_members, and the provider has no such resource type \(did you mean huaweicloud_apig_channel_member\?\): the plan fails$` help `^use huaweicloud_apig_channel_member, or declare it as a data source$`
  for_each = toset(["a", "b"])

  instance_id = each.key
}

data "huaweicloud_apig_response" "single" { # want `"huaweicloud_apig_response"` `^data.huaweicloud_apig_response.single has the type huaweicloud_apig_response, and the provider has no such data source: the plan fails$` help `^declare it as a resource$`
  name = "single"
}

resource "huaweicloud_apig_something_else" "far" { # want `"huaweicloud_apig_something_else"` `^huaweicloud_apig_something_else.far has the type huaweicloud_apig_something_else, and the provider has no such resource type: the plan fails$` help `^remove huaweicloud_apig_something_else.far, or ignore this if a newer provider has the type$`
  name = "far"
}

# Names of other clouds: what is so called here, and nothing of another service.
resource "huaweicloud_apig_gateway" "other" { # want `"huaweicloud_apig_gateway"` `no such resource type \(did you mean huaweicloud_apig_instance\?\): the plan fails$` help `^use huaweicloud_apig_instance$`
  name = "other"
}

resource "huaweicloud_apig_deployments" "other" { # want `"huaweicloud_apig_deployments"` `\(did you mean huaweicloud_apig_api_publishment\?\)`
  name = "other"
}

resource "huaweicloud_apigw_vpc_channel_v2" "other" { # want `"huaweicloud_apigw_vpc_channel_v2"` `\(did you mean huaweicloud_apig_vpc_channel\?\)`
  name = "other"
}

data "huaweicloud_apig_stage" "other" { # want `"huaweicloud_apig_stage"` `no such data source \(did you mean huaweicloud_apig_environments\?\)`
  name = "other"
}

resource "huaweicloud_apig_service" "other" { # want `"huaweicloud_apig_service"` `the provider has no such resource type: the plan fails$` help `^remove huaweicloud_apig_service.other, or ignore this if a newer provider has the type$`
  name = "other"
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
