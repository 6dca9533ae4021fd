variable "unknown" {}

resource "huaweicloud_apig_channel" "empty" {
  name = "empty"
}

resource "huaweicloud_apig_channel" "refers" { # want `resource "huaweicloud_apig_channel" "refers"` `huaweicloud_apig_channel.refers is the backend of huaweicloud_apig_api.refers but refers only to channels without members: calls get APIG.0609 or APIG.0610` help `add a member block to huaweicloud_apig_channel.empty, or`
  type = "reference"

  member_group {
    name                     = "all"
    reference_vpc_channel_id = huaweicloud_apig_channel.empty.id
  }
}

resource "huaweicloud_apig_api" "refers" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.refers.id
  }
}

# Silent: one of the channels has members, or may have, or there is a group that is not known.
resource "huaweicloud_apig_channel" "full" {
  member {
    host = "10.1.0.8"
  }
}

resource "huaweicloud_apig_channel" "refers_to_both" {
  type = "reference"

  member_group {
    name                     = "none"
    reference_vpc_channel_id = huaweicloud_apig_channel.empty.id
  }
  member_group {
    name                     = "some"
    reference_vpc_channel_id = huaweicloud_apig_channel.full.id
  }
}

resource "huaweicloud_apig_channel" "refers_to_unknown" {
  type = "reference"

  member_group {
    name                     = "unknown"
    reference_vpc_channel_id = var.unknown
  }
}

resource "huaweicloud_apig_channel" "refers_to_reference" {
  type = "reference"

  member_group {
    name                     = "chain"
    reference_vpc_channel_id = huaweicloud_apig_channel.refers_to_both.id
  }
}

resource "huaweicloud_apig_channel" "refers_to_nothing" {
  type = "reference"
}

resource "huaweicloud_apig_api" "refers_to_both" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.refers_to_both.id
  }
}

resource "huaweicloud_apig_api" "refers_to_unknown" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.refers_to_unknown.id
  }
}

resource "huaweicloud_apig_api" "refers_to_reference" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.refers_to_reference.id
  }
}

resource "huaweicloud_apig_api" "refers_to_nothing" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.refers_to_nothing.id
  }
}
