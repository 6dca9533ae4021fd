variable "anything" {}

# Groups in blocks and as resources.
resource "huaweicloud_apig_channel" "pool" {
  name = "pool"

  member_group { # want `member_group` `huaweicloud_apig_channel.pool has member groups in member_group, and huaweicloud_apig_channel_member_group.canary adds another one: the next apply of huaweicloud_apig_channel.pool removes it again` help `declare all member groups of huaweicloud_apig_channel.pool either in member_group or as separate resources`
    name = "stable"
  }
}

resource "huaweicloud_apig_channel_member_group" "canary" {
  vpc_channel_id = huaweicloud_apig_channel.pool.id
  name           = "canary"
}

# Two resources that are one group.
resource "huaweicloud_apig_channel" "named" {
  name = "named"
}

resource "huaweicloud_apig_channel_member_group" "blue" {
  vpc_channel_id = huaweicloud_apig_channel.named.id
  name           = "blue"
  weight         = 20
}

resource "huaweicloud_apig_channel_member_group" "green" {
  vpc_channel_id = huaweicloud_apig_channel.named.id
  name           = huaweicloud_apig_channel_member_group.blue.name # want `huaweicloud_apig_channel_member_group.blue.name` `huaweicloud_apig_channel_member_group.green and huaweicloud_apig_channel_member_group.blue are one member group, "blue" of huaweicloud_apig_channel.named: each apply of one overwrites the other` help `give huaweicloud_apig_channel_member_group.green a name of its own, or remove it`
  weight         = 80
}

# Silent: as resources alone, another channel's, left to the resources, and with what is not known.
resource "huaweicloud_apig_channel_member_group" "next" {
  vpc_channel_id = huaweicloud_apig_channel.named.id
  name           = "next"
}

resource "huaweicloud_apig_channel" "other" {
  name = "other"
}

resource "huaweicloud_apig_channel_member_group" "other" {
  vpc_channel_id = huaweicloud_apig_channel.other.id
  name           = "blue"
  weight         = 5
}

resource "huaweicloud_apig_channel_member_group" "unknown" {
  vpc_channel_id = huaweicloud_apig_channel.other.id
  name           = "blue"
  weight         = var.anything
}

resource "huaweicloud_apig_channel" "left" {
  name = "left"

  member_group {
    name = "stable"
  }

  lifecycle {
    ignore_changes = [member_group]
  }
}

resource "huaweicloud_apig_channel_member_group" "left" {
  vpc_channel_id = huaweicloud_apig_channel.left.id
  name           = "canary"
}
