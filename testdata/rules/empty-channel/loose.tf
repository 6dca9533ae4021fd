variable "channel_id" {}

# Silent: the member may be this channel's.
resource "huaweicloud_apig_channel" "orders" {
  name = "orders"
}

resource "huaweicloud_apig_channel_member" "somewhere" {
  vpc_channel_id    = var.channel_id
  member_ip_address = "10.1.0.8"
}

resource "huaweicloud_apig_api" "orders" {
  web {
    vpc_channel_id = huaweicloud_apig_channel.orders.id
  }
}
