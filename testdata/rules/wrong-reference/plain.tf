# Ids of other kinds, and attributes that are no ids.
variable "anything" {}

locals {
  names = { for key, api in { orders = huaweicloud_apig_api.orders } : key => api.name }
  api   = local.names["orders"]
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.0.0.0/16"
}

resource "huaweicloud_vpc_subnet" "main" {
  name       = "main"
  cidr       = "10.0.0.0/24"
  gateway_ip = "10.0.0.1"
  vpc_id     = huaweicloud_vpc.main.id
}

data "huaweicloud_vpc_subnet" "elsewhere" {
  name = "elsewhere"
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  availability_zones = ["cn-north-4a"]
  vpc_id             = huaweicloud_vpc_subnet.main.id # want `huaweicloud_vpc_subnet.main.id` `vpc_id of huaweicloud_apig_instance.main is the id of huaweicloud_vpc_subnet.main, and not the id of a huaweicloud_vpc: the apply fails` help `^set vpc_id to the id of a huaweicloud_vpc$`
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = var.anything
}

resource "huaweicloud_apig_instance" "other" {
  name               = "other"
  edition            = "BASIC"
  availability_zones = ["cn-north-4a"]
  vpc_id             = data.huaweicloud_vpc_subnet.elsewhere.vpc_id
  # Another attribute of the same block may be the right one.
  subnet_id         = data.huaweicloud_vpc_subnet.elsewhere.subnet_id
  security_group_id = huaweicloud_vpc_subnet.main.availability_zone
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  # What the group's instance_id is, is a gateway's id.
  instance_id             = huaweicloud_apig_group.shop.instance_id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "APP"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api_publishment" "right" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "by_name" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.orders.name # want `huaweicloud_apig_api.orders.name` `api_id of huaweicloud_apig_api_publishment.by_name is the name of huaweicloud_apig_api.orders, and not the id: the apply fails` help `^set api_id to the id of huaweicloud_apig_api.orders$`
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "by_local" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = local.api # want `local.api` `is the name of huaweicloud_apig_api.orders, and not the id`
  env_id      = huaweicloud_apig_group.shop.registered_at
}

# An id that is looked up by a name, and one that is not known.
resource "huaweicloud_apig_api_publishment" "looked_up" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = { (huaweicloud_apig_api.orders.name) = huaweicloud_apig_api.orders.id }[huaweicloud_apig_api.orders.name]
  env_id      = var.anything
}

resource "huaweicloud_apig_application" "client" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "client"
}

resource "huaweicloud_apig_application_authorization" "client" {
  instance_id    = huaweicloud_apig_instance.main.id
  application_id = var.anything == "" ? huaweicloud_apig_application.client.id : huaweicloud_apig_group.shop.id
  env_id         = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  api_ids = [
    huaweicloud_apig_api.orders.id,
    huaweicloud_apig_api.orders.request_path, # want `huaweicloud_apig_api.orders.request_path` `is the request_path of`
    huaweicloud_apig_group.shop.id,           # want `huaweicloud_apig_group.shop.id` `and not the id of a huaweicloud_apig_api`
  ]
}

resource "huaweicloud_apig_throttling_policy" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "main"
  period      = 1
  period_unit = "SECOND"
  max_api_requests = 10
}

resource "huaweicloud_apig_throttling_policy_associate" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  policy_id   = huaweicloud_apig_throttling_policy.main.id
  publish_ids = [huaweicloud_apig_api_publishment.looked_up.id] # want `huaweicloud_apig_api_publishment.looked_up.id` `is the id of huaweicloud_apig_api_publishment.looked_up, and not the publish_id` help `set publish_ids to the publish_id of huaweicloud_apig_api_publishment.looked_up`
}

# What leads to a peering may be many things.
resource "huaweicloud_vpc_route" "main" {
  vpc_id      = huaweicloud_vpc.main.id
  destination = "10.9.0.0/16"
  type        = "ecs"
  nexthop     = huaweicloud_vpc_subnet.main.id
}

# A member group by its id, where its name is asked for, and a channel by its name.
resource "huaweicloud_apig_channel" "pool" {
  name = "pool"
}

resource "huaweicloud_apig_channel_member_group" "blue" {
  vpc_channel_id           = huaweicloud_apig_channel.pool.id
  name                     = "blue"
  reference_vpc_channel_id = huaweicloud_apig_channel.pool.name # want `huaweicloud_apig_channel.pool.name` `reference_vpc_channel_id of huaweicloud_apig_channel_member_group.blue is the name of huaweicloud_apig_channel.pool, and not the id`
}

resource "huaweicloud_apig_channel_member" "blue" {
  vpc_channel_id    = huaweicloud_apig_channel.pool.id
  member_group_name = huaweicloud_apig_channel_member_group.blue.id # want `huaweicloud_apig_channel_member_group.blue.id` `member_group_name of huaweicloud_apig_channel_member.blue is the id of huaweicloud_apig_channel_member_group.blue, and not the name` help `set member_group_name to the name of huaweicloud_apig_channel_member_group.blue`
}
