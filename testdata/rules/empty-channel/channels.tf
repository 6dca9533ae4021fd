variable "members" {}
variable "any_number" {}
variable "type" {}

resource "huaweicloud_apig_channel" "empty" { # want `resource "huaweicloud_apig_channel" "empty"` `huaweicloud_apig_channel.empty is the backend of huaweicloud_apig_api.empty but has no members: calls get APIG.0609 or APIG.0610` help `add a member block to huaweicloud_apig_channel.empty, or a huaweicloud_apig_channel_member for it`
  name = "empty"
}

resource "huaweicloud_apig_api" "empty" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.empty.id
  }
}

# In a policy, through a local and a conditional list of members that is empty.
locals {
  policy  = huaweicloud_apig_channel.policy.id
  servers = []
}

resource "huaweicloud_apig_channel" "policy" { # want `resource "huaweicloud_apig_channel" "policy"` `huaweicloud_apig_channel.policy is the backend of huaweicloud_apig_api.policy but has no members`
  type = "builtin"

  dynamic "member" {
    for_each = local.servers

    content {
      host = member.value
    }
  }
}

resource "huaweicloud_apig_api" "policy" {
  web_policy {
    vpc_channel_id = local.policy
  }
}

# Silent: it has a member of its own.
resource "huaweicloud_apig_channel" "inline" {
  member {
    host = "10.1.0.8"
  }
}

resource "huaweicloud_apig_api" "inline" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.inline.id
  }
}

# Silent: its member is a resource.
resource "huaweicloud_apig_channel" "separate" {
  name = "separate"
}

resource "huaweicloud_apig_channel_member" "separate" {
  vpc_channel_id    = huaweicloud_apig_channel.separate.id
  member_ip_address = "10.1.0.8"
}

resource "huaweicloud_apig_api" "separate" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.separate.id
  }
}

# Silent: there may be members.
resource "huaweicloud_apig_channel" "unknown" {
  dynamic "member" {
    for_each = var.members

    content {
      host = member.value
    }
  }
}

resource "huaweicloud_apig_api" "unknown" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.unknown.id
  }
}

resource "huaweicloud_apig_channel" "any_number" {
  name = "any"
}

resource "huaweicloud_apig_channel_member" "any_number" {
  for_each = var.any_number

  vpc_channel_id    = huaweicloud_apig_channel.any_number.id
  member_ip_address = each.value
}

resource "huaweicloud_apig_api" "any_number" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.any_number.id
  }
}

# Silent: microservice channels find their members.
resource "huaweicloud_apig_channel" "microservice" {
  type = "microservice"
}

resource "huaweicloud_apig_api" "microservice" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.microservice.id
  }
}

resource "huaweicloud_apig_channel" "unknown_type" {
  type = var.type
}

resource "huaweicloud_apig_api" "unknown_type" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.unknown_type.id
  }
}

# Silent: no call goes here yet.
resource "huaweicloud_apig_channel" "unused" {
  name = "unused"
}

# Silent: the API may not exist.
resource "huaweicloud_apig_channel" "perhaps" {
  name = "perhaps"
}

resource "huaweicloud_apig_api" "perhaps" {
  for_each = var.any_number

  web {
    vpc_channel_id = huaweicloud_apig_channel.perhaps.id
  }
}
