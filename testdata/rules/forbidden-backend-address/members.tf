resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_channel" "pool" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "pool"
  port             = 8443
  balance_strategy = 1
  member_type      = "ip"

  member {
    host = "127.0.0.1" # want `"127.0.0.1"` `huaweicloud_apig_channel.pool has a member at 127.0.0.1, in the range 127.0.0.0/8 that the gateway does not call: calls get APIG.0404` help `replace 127.0.0.1 with the address of the backend`
  }

  # Silent: a private address.
  member {
    host = "10.20.1.20"
  }

  # Silent: the gateway does not call a member that is disabled.
  member {
    host   = "127.0.0.2"
    status = 2
  }
}

resource "huaweicloud_apig_channel_member" "alone" {
  instance_id       = huaweicloud_apig_instance.main.id
  vpc_channel_id    = huaweicloud_apig_channel.pool.id
  port              = 8443
  member_ip_address = "169.254.169.254" # want `"169.254.169.254"` `huaweicloud_apig_channel.pool has a member at 169.254.169.254`
}
