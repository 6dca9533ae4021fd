terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.78.5"
    }
  }
}

# Silent: the release that brought the type requires less, and lets weight be written.
resource "huaweicloud_apig_channel_member" "silent" {
  instance_id       = "i"
  vpc_channel_id    = "c"
  member_ip_address = "10.0.0.1"
  weight            = 3
}

resource "huaweicloud_apig_channel_member" "main" { # want `resource "huaweicloud_apig_channel_member" "main"` `^huaweicloud_apig_channel_member.main has no vpc_channel_id, which is required: the plan fails$`
  instance_id       = "i"
  member_ip_address = "10.0.0.1"
}
