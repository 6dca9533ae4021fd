variable "unknown" {}

# Silent: the weight of a group stands for those of its members.
resource "huaweicloud_apig_channel" "weighted" {
  member_group {
    name   = "stable"
    weight = 10
  }
  member {
    host       = "10.1.0.8"
    weight     = 0
    group_name = "stable"
  }
}

resource "huaweicloud_apig_channel" "perhaps" {
  name = "perhaps"

  member_group {
    name   = "stable"
    weight = var.unknown
  }
  member {
    host       = "10.1.0.8"
    weight     = 0
    group_name = "stable"
  }
}

# The weight of another group does not, and one of 0 is not sent.
resource "huaweicloud_apig_channel" "zero" {
  member_group {
    name   = "stable"
    weight = 0
  }
  member_group {
    name   = "next"
    weight = 100
  }
  member {
    host       = "10.1.0.8"
    weight     = 0 # want `0` `every member of huaweicloud_apig_channel.zero`
    group_name = "stable"
  }
}

resource "huaweicloud_apig_channel" "alone" {
  member {
    host       = "10.1.0.8"
    weight     = 0 # want `0` `every member of huaweicloud_apig_channel.alone`
    group_name = "stable"
  }
}

resource "huaweicloud_apig_channel_member_group" "alone" {
  vpc_channel_id = huaweicloud_apig_channel.alone.id
  name           = "stable"
}

resource "huaweicloud_apig_api" "weighted" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.weighted.id
  }
}

resource "huaweicloud_apig_api" "perhaps" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.perhaps.id
  }
}

resource "huaweicloud_apig_api" "zero" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.zero.id
  }
}

resource "huaweicloud_apig_api" "alone" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.alone.id
  }
}
