terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.80.0"
    }
  }
}

resource "huaweicloud_apig_something_else" "far" { # want `"huaweicloud_apig_something_else"` `no such resource type is in provider .*, the newest known release, but >= 1.80.0 allows a newer release$` help `documentation of the provider`
  name = "far"
}

# What is near to a name that there is was meant to be that.
resource "huaweicloud_apig_responses" "slip" { # want `"huaweicloud_apig_responses"` `did you mean huaweicloud_apig_response`
  instance_id = "gateway"
  group_id    = "group"
  name        = "slip"
}
