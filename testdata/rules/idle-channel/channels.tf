variable "unknown" {}

locals {
  disabled = 2
}

resource "huaweicloud_apig_channel" "disabled" {
  member {
    host   = "10.1.0.8"
    status = local.disabled # want `local.disabled` `every member of huaweicloud_apig_channel.disabled, the backend of huaweicloud_apig_api.disabled, is disabled or has weight 0: calls get APIG.0610` help `set status = 1 and a weight above 0 on a member of huaweicloud_apig_channel.disabled`
  }
  member {
    host   = "10.1.0.9"
    weight = 0
  }
}

resource "huaweicloud_apig_channel" "servers" {
  dynamic "member" {
    for_each = ["10.1.0.8", "10.1.0.9"]

    content {
      host   = member.value
      status = 2 # want `2` `every member of huaweicloud_apig_channel.servers`
    }
  }
}

resource "huaweicloud_apig_channel" "separate" {
  name = "separate"
}

resource "huaweicloud_apig_channel_member" "separate" {
  vpc_channel_id    = huaweicloud_apig_channel.separate.id
  member_ip_address = "10.1.0.8"
  status            = 2 # want `2` `every member of huaweicloud_apig_channel.separate`
}

# Silent: one is left. What is not written is no 0 and no 2.
resource "huaweicloud_apig_channel" "one_left" {
  member {
    host   = "10.1.0.8"
    status = 2
  }
  member {
    host = "10.1.0.9"
  }
}

resource "huaweicloud_apig_channel" "one_beside" {
  member {
    host   = "10.1.0.8"
    status = 2
  }
}

resource "huaweicloud_apig_channel_member" "one_beside" {
  vpc_channel_id    = huaweicloud_apig_channel.one_beside.id
  member_ip_address = "10.1.0.9"
}

# Silent: nobody knows whether this one is disabled, or whether there are others.
resource "huaweicloud_apig_channel" "unknown_status" {
  member {
    host   = "10.1.0.8"
    status = var.unknown
  }
}

resource "huaweicloud_apig_channel" "unknown_others" {
  member {
    host   = "10.1.0.8"
    status = 2
  }
  dynamic "member" {
    for_each = var.unknown

    content {
      host = member.value
    }
  }
}

# Silent: a channel without members is another defect.
resource "huaweicloud_apig_channel" "empty" {
  name = "empty"
}

# The APIs in front.
resource "huaweicloud_apig_api" "disabled" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.disabled.id
  }
}

resource "huaweicloud_apig_api" "servers" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.servers.id
  }
}

resource "huaweicloud_apig_api" "separate" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.separate.id
  }
}

resource "huaweicloud_apig_api" "one_left" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.one_left.id
  }
}

resource "huaweicloud_apig_api" "one_beside" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.one_beside.id
  }
}

resource "huaweicloud_apig_api" "unknown_status" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.unknown_status.id
  }
}

resource "huaweicloud_apig_api" "unknown_others" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.unknown_others.id
  }
}

resource "huaweicloud_apig_api" "empty" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.empty.id
  }
}

# Silent: no call goes here.
resource "huaweicloud_apig_channel" "unused" {
  member {
    host   = "10.1.0.8"
    status = 2
  }
}
