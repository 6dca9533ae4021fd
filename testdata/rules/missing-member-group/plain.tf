variable "unknown" {}

variable "rows" {
  default = [
    { host = "10.1.0.8", group = "blue" },
    { host = "10.1.0.9", group = "green" },
  ]
}

resource "huaweicloud_apig_channel" "plain" {
  member_group {
    name = "stable"
  }
  member {
    host       = "10.1.0.8"
    group_name = "canary" # want `"canary"` `huaweicloud_apig_channel.plain has no member group "canary": the apply is refused, or calls to the member get APIG.0108` help `declare the member group "canary" for huaweicloud_apig_channel.plain as a member_group block or a huaweicloud_apig_channel_member_group, or name one of its groups`
  }
  member {
    host       = "10.1.0.9"
    group_name = "stable"
  }
}

# Blocks that are made of a list, of which one names a group with a typing error.
resource "huaweicloud_apig_channel" "dynamic" {
  dynamic "member_group" {
    for_each = ["blue", "greeen"]

    content {
      name = member_group.value
    }
  }
  dynamic "member" {
    for_each = var.rows

    content {
      host       = member.value.host
      group_name = member.value.group # want `member.value.group` `has no member group "green"` help `set the group of the member to "greeen", or declare "green" for huaweicloud_apig_channel.dynamic`
    }
  }
}

# The group of another channel.
resource "huaweicloud_apig_channel" "separate" {
  name = "separate"
}

resource "huaweicloud_apig_channel" "other" {
  name = "other"
}

resource "huaweicloud_apig_channel_member_group" "separate" {
  vpc_channel_id = huaweicloud_apig_channel.separate.id
  name           = "separate"
}

resource "huaweicloud_apig_channel_member_group" "other" {
  vpc_channel_id = huaweicloud_apig_channel.other.id
  name           = "other"
}

resource "huaweicloud_apig_channel_member" "separate" {
  vpc_channel_id    = huaweicloud_apig_channel.separate.id
  member_ip_address = "10.1.0.8"
  member_group_name = huaweicloud_apig_channel_member_group.other.name # want `huaweicloud_apig_channel_member_group.other.name` `huaweicloud_apig_channel.separate has no member group "other"`
}

# Silent: the group that belongs to it, and the one that a channel may have without being told to.
resource "huaweicloud_apig_channel_member" "right" {
  vpc_channel_id    = huaweicloud_apig_channel.separate.id
  member_ip_address = "10.1.0.9"
  member_group_name = huaweicloud_apig_channel_member_group.separate.name
}

resource "huaweicloud_apig_channel_member" "default" {
  vpc_channel_id    = huaweicloud_apig_channel.separate.id
  member_ip_address = "10.1.0.10"
  member_group_name = "default"
}

# Silent: a channel without groups has one of its own, whose name nobody knows.
resource "huaweicloud_apig_channel" "without" {
  member {
    host       = "10.1.0.8"
    group_name = "anything"
  }
  member {
    host = "10.1.0.9"
  }
}

# Silent: a group or its name is not known, or left to others.
resource "huaweicloud_apig_channel" "unknown_name" {
  member_group {
    name = var.unknown
  }
  member {
    host       = "10.1.0.8"
    group_name = "canary"
  }
}

resource "huaweicloud_apig_channel" "unknown_groups" {
  member_group {
    name = "stable"
  }
  dynamic "member_group" {
    for_each = var.unknown

    content {
      name = member_group.value
    }
  }
  member {
    host       = "10.1.0.8"
    group_name = "canary"
  }
}

resource "huaweicloud_apig_channel" "ignored" {
  member_group {
    name = "stable"
  }
  member {
    host       = "10.1.0.8"
    group_name = "canary"
  }

  lifecycle {
    ignore_changes = [member_group]
  }
}

resource "huaweicloud_apig_channel" "counted" {
  member_group {
    name = "stable"
  }
}

resource "huaweicloud_apig_channel_member_group" "counted" {
  count          = var.unknown
  vpc_channel_id = huaweicloud_apig_channel.counted.id
  name           = "stable-${count.index}"
}

resource "huaweicloud_apig_channel_member" "counted" {
  vpc_channel_id    = huaweicloud_apig_channel.counted.id
  member_ip_address = "10.1.0.8"
  member_group_name = "canary"
}
