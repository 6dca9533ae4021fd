variable "unknown" {}

resource "huaweicloud_apig_channel" "pool" {
  member {
    host = "http://10.20.1.20" # want `"http://10.20.1.20"` `huaweicloud_apig_channel.pool has the backend address "http://10.20.1.20", which is a URL: the apply is refused`
  }

  member {
    host = "10.20.1.21:8080" # want `"10.20.1.21:8080"` `which has a port, which belongs in port`
  }

  # Silent: an address, a name, an unknown.
  member {
    host = "10.20.1.22"
  }

  member {
    host = "2001:db8::8"
  }

  member {
    host = "server.example.org"
  }

  member {
    host = var.unknown
  }
}

resource "huaweicloud_apig_channel_member" "alone" {
  vpc_channel_id    = huaweicloud_apig_channel.pool.id
  member_ip_address = "10.20.1.23/32" # want `"10.20.1.23/32"` `huaweicloud_apig_channel.pool has the backend address "10.20.1.23/32", which has a path`
}
