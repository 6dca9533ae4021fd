# What count and resources of their own can say, sound and faulty: TestRefactoringsIntroduceNothing writes it otherwise.

locals {
  paths = ["/orders", "/stock", "/quotes"]
}

variable "internal" {
  type    = bool
  default = true
}

resource "huaweicloud_vpc" "this" {
  count = 2

  name = "shop-${count.index}"
  cidr = cidrsubnet("10.0.0.0/8", 8, count.index)
}

resource "huaweicloud_vpc_subnet" "this" {
  count = length(huaweicloud_vpc.this)

  name       = "shop-${count.index}"
  vpc_id     = huaweicloud_vpc.this[count.index].id
  cidr       = cidrsubnet(huaweicloud_vpc.this[count.index].cidr, 8, 1)
  gateway_ip = cidrhost(cidrsubnet(huaweicloud_vpc.this[count.index].cidr, 8, 1), 1)
}

resource "huaweicloud_vpc_peering_connection" "this" {
  count = var.internal ? 1 : 0

  name        = "shop"
  vpc_id      = huaweicloud_vpc.this[0].id
  peer_vpc_id = huaweicloud_vpc.this[1].id
}

resource "huaweicloud_vpc_route" "there" {
  count = length(huaweicloud_vpc_peering_connection.this)

  vpc_id      = huaweicloud_vpc.this[0].id
  destination = huaweicloud_vpc.this[1].cidr
  type        = "peering"
  nexthop     = huaweicloud_vpc_peering_connection.this[count.index].id
}

resource "huaweicloud_networking_secgroup" "this" {
  name = "shop"
}

resource "huaweicloud_networking_secgroup_rule" "this" {
  count = 2

  security_group_id = huaweicloud_networking_secgroup.this.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = ["443", "8443"][count.index]
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_vpc_eip" "this" {
  count = 1

  publicip {
    type = "5_bgp"
  }
  bandwidth {
    name        = "shop"
    size        = 5
    share_type  = "PER"
    charge_mode = "traffic"
  }
}

resource "huaweicloud_apig_instance" "this" {
  name               = "shop"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.this[0].id
  subnet_id          = one(slice(huaweicloud_vpc_subnet.this[*].id, 0, 1))
  security_group_id  = huaweicloud_networking_secgroup.this.id
  availability_zones = ["ap-southeast-3a"]
  eip_id             = huaweicloud_vpc_eip.this[0].id
}

resource "huaweicloud_apig_instance_ingress_port" "this" {
  instance_id = huaweicloud_apig_instance.this.id
  protocol    = "HTTPS"
  port        = 8443
}

# The security group lets nobody through to this one.
resource "huaweicloud_apig_instance_ingress_port" "closed" {
  instance_id = huaweicloud_apig_instance.this.id
  protocol    = "HTTPS"
  port        = 9443
}

resource "huaweicloud_apig_group" "this" {
  instance_id = huaweicloud_apig_instance.this.id
  name        = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "this" {
  count = 2

  instance_id        = huaweicloud_apig_instance.this.id
  group_id           = huaweicloud_apig_group.this.id
  url_domain         = ["shop.example.com", "stock.example.com"][count.index]
  ingress_https_port = 8443
}

resource "huaweicloud_apig_environment" "this" {
  count = 1

  instance_id = huaweicloud_apig_instance.this.id
  name        = "BETA"
}

resource "huaweicloud_apig_channel" "this" {
  instance_id      = huaweicloud_apig_instance.this.id
  name             = "orders"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"
  type             = "builtin"
}

resource "huaweicloud_apig_channel_member_group" "this" {
  instance_id    = huaweicloud_apig_instance.this.id
  vpc_channel_id = huaweicloud_apig_channel.this.id
  name           = "blue"
}

resource "huaweicloud_apig_channel_member" "first" {
  instance_id       = huaweicloud_apig_instance.this.id
  vpc_channel_id    = huaweicloud_apig_channel.this.id
  member_ip_address = "10.1.1.10"
  member_group_name = "blue"
  port              = 8080
}

resource "huaweicloud_apig_channel_member" "second" {
  instance_id       = huaweicloud_apig_instance.this.id
  vpc_channel_id    = huaweicloud_apig_channel.this.id
  member_ip_address = "10.1.1.11"
  member_group_name = "blue"
  port              = 8080
}

# Nothing refers to it, and its only member is the gateway itself.
resource "huaweicloud_apig_channel" "idle" {
  instance_id      = huaweicloud_apig_instance.this.id
  name             = "idle"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"
  type             = "builtin"
}

resource "huaweicloud_apig_channel_member_group" "idle" {
  instance_id    = huaweicloud_apig_instance.this.id
  vpc_channel_id = huaweicloud_apig_channel.idle.id
  name           = "default"
}

resource "huaweicloud_apig_channel_member" "idle" {
  instance_id       = huaweicloud_apig_instance.this.id
  vpc_channel_id    = huaweicloud_apig_channel.idle.id
  member_ip_address = "127.0.0.1"
  member_group_name = "default"
  port              = 8080
}

resource "huaweicloud_apig_api" "this" {
  count = length(local.paths)

  instance_id             = huaweicloud_apig_instance.this.id
  group_id                = huaweicloud_apig_group.this.id
  name                    = "api_${count.index}"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = local.paths[count.index]
  security_authentication = count.index == 0 ? "APP" : "NONE"

  web {
    path             = local.paths[count.index]
    vpc_channel_id   = huaweicloud_apig_channel.this.id
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The last API is published nowhere, and the second one only where calls need a header.
resource "huaweicloud_apig_api_publishment" "this" {
  count = 2

  instance_id = huaweicloud_apig_instance.this.id
  api_id      = huaweicloud_apig_api.this[count.index].id
  env_id      = count.index == 0 ? "DEFAULT_ENVIRONMENT_RELEASE_ID" : huaweicloud_apig_environment.this[0].id
}

resource "huaweicloud_apig_application" "this" {
  count = 2

  instance_id = huaweicloud_apig_instance.this.id
  name        = "caller_${count.index}"
}

resource "huaweicloud_apig_application_authorization" "this" {
  instance_id    = huaweicloud_apig_instance.this.id
  application_id = element(huaweicloud_apig_application.this[*].id, 0)
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids        = [for api in huaweicloud_apig_api.this : api.id if api.security_authentication == "APP"]
}

resource "huaweicloud_apig_throttling_policy" "this" {
  count = 2

  instance_id      = huaweicloud_apig_instance.this.id
  name             = "policy_${count.index}"
  type             = "API-based"
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 50
}

# Two of them at one API.
resource "huaweicloud_apig_throttling_policy_associate" "this" {
  count = 2

  instance_id = huaweicloud_apig_instance.this.id
  policy_id   = huaweicloud_apig_throttling_policy.this[count.index].id
  publish_ids = [huaweicloud_apig_api_publishment.this[0].publish_id]
}
