variable "unknown" {}

locals {
  retries = 2
}

resource "huaweicloud_apig_channel" "two" {
  member {
    host = "10.1.0.8"
  }
  member {
    host   = "10.1.0.9"
    status = var.unknown
  }
  member {
    host   = "10.1.0.10"
    status = 2
  }
}

resource "huaweicloud_apig_api" "equal" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.two.id
    retry_count    = local.retries # want `local.retries` `huaweicloud_apig_api.equal sets retry_count = 2, but huaweicloud_apig_channel.two has only 2 usable members: the apply is refused` help `set retry_count of huaweicloud_apig_api.equal to less than 2, or add members to huaweicloud_apig_channel.two`
  }
  web_policy {
    vpc_channel_id = huaweicloud_apig_channel.two.id
    retry_count    = 3 # want `3` `huaweicloud_apig_api.equal sets retry_count = 3, but huaweicloud_apig_channel.two has only 2 usable members`
  }
}

# Silent: fewer than members, none at all, and the default.
resource "huaweicloud_apig_api" "fewer" {
  for_each = toset(["1", "0", "-1"])

  web {
    vpc_channel_id = huaweicloud_apig_channel.two.id
    retry_count    = each.key
  }
}

resource "huaweicloud_apig_api" "default" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.two.id
  }
}

# Silent: without a channel there are no members.
resource "huaweicloud_apig_api" "address" {
  web {
    backend_address = "10.1.0.8"
    retry_count     = 10
  }
}

# Silent: nobody knows how many there are, or which channel it is.
resource "huaweicloud_apig_channel" "unknown" {
  member {
    host = "10.1.0.8"
  }
  dynamic "member" {
    for_each = var.unknown

    content {
      host = member.value
    }
  }
}

resource "huaweicloud_apig_api" "unknown" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.unknown.id
    retry_count    = 10
  }
  web_policy {
    vpc_channel_id = var.unknown
    retry_count    = 10
  }
  web_policy {
    vpc_channel_id = huaweicloud_apig_channel.two.id
    retry_count    = var.unknown
  }
}

# Silent: no member at all is another defect.
resource "huaweicloud_apig_channel" "empty" {}

resource "huaweicloud_apig_api" "empty" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.empty.id
    retry_count    = 1
  }
}

# Members of their own count.
resource "huaweicloud_apig_channel" "separate" {}

resource "huaweicloud_apig_channel_member" "separate" {
  for_each = toset(["10.1.0.8", "10.1.0.9"])

  vpc_channel_id    = huaweicloud_apig_channel.separate.id
  member_ip_address = each.key
}

resource "huaweicloud_apig_api" "separate" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.separate.id
    retry_count    = 1
  }
  web_policy {
    vpc_channel_id = huaweicloud_apig_channel.separate.id
    retry_count    = 2 # want `2` `huaweicloud_apig_api.separate sets retry_count = 2, but huaweicloud_apig_channel.separate has only 2 usable members`
  }
}
