# Each list in two places.
variable "anything" {}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  availability_zones = ["cn-north-4a"]
  vpc_id             = var.anything
  subnet_id          = var.anything
  security_group_id  = var.anything
}

resource "huaweicloud_apig_channel" "pool" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "pool"
  port             = 8080
  balance_strategy = 1

  member { # want `member` `huaweicloud_apig_channel.pool has members in member, and huaweicloud_apig_channel_member.second adds another one: the next apply of huaweicloud_apig_channel.pool removes it again` help `declare all members of huaweicloud_apig_channel.pool either in member or as separate resources`
    host   = "10.0.0.1"
    weight = 1
  }
}

resource "huaweicloud_apig_channel_member" "second" {
  instance_id       = huaweicloud_apig_instance.main.id
  vpc_channel_id    = huaweicloud_apig_channel.pool.id
  member_ip_address = "10.0.0.2"
  port              = 8080
}

# The lifecycle block leaves the blocks to the resource.
resource "huaweicloud_apig_channel" "left" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "left"
  port             = 8080
  balance_strategy = 1

  member {
    host   = "10.0.0.1"
    weight = 1
  }

  lifecycle {
    ignore_changes = [member]
  }
}

resource "huaweicloud_apig_channel_member" "left" {
  instance_id       = huaweicloud_apig_instance.main.id
  vpc_channel_id    = huaweicloud_apig_channel.left.id
  member_ip_address = "10.0.0.2"
  port              = 8080
}

# Blocks of which there may be none.
resource "huaweicloud_apig_channel" "perhaps" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "perhaps"
  port             = 8080
  balance_strategy = 1

  dynamic "member" {
    for_each = var.anything

    content {
      host = member.value
    }
  }
}

resource "huaweicloud_apig_channel_member" "perhaps" {
  instance_id       = huaweicloud_apig_instance.main.id
  vpc_channel_id    = huaweicloud_apig_channel.perhaps.id
  member_ip_address = "10.0.0.2"
  port              = 8080
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "BETA"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  environment { # want `environment` `has variables in environment, and huaweicloud_apig_environment_variable.port adds another one`
    environment_id = huaweicloud_apig_environment.beta.id

    variable {
      name  = "host"
      value = "a"
    }
  }
}

resource "huaweicloud_apig_environment_variable" "port" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = huaweicloud_apig_environment.beta.id
  name        = "port"
  value       = "b"
}

resource "huaweicloud_apig_instance_routes" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  nexthops    = ["10.2.0.0/24"]
}

resource "huaweicloud_apig_instance_feature" "route" { # want `resource "huaweicloud_apig_instance_feature" "route"` `huaweicloud_apig_instance_feature.route and huaweicloud_apig_instance_routes.main both manage the routes of huaweicloud_apig_instance.main` help `declare all routes in huaweicloud_apig_instance_routes.main, and remove huaweicloud_apig_instance_feature.route`
  instance_id = huaweicloud_apig_instance.main.id
  name        = "route"
  enabled     = true
  config      = jsonencode({ user_routes = ["10.3.0.0/24"] })
}

resource "huaweicloud_apig_group_domain_associate" "first" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = 443
}

resource "huaweicloud_apig_group_domain_associate" "second" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_group_domain_associate.second binds shop.example.com to huaweicloud_apig_group.shop, and so does huaweicloud_apig_group_domain_associate.first: both have the same ID`
  ingress_http_port  = -1
  ingress_https_port = 8443
}

# Ports that are left as they are, and such that are not known.
resource "huaweicloud_apig_group_domain_associate" "left" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = 9443

  lifecycle {
    ignore_changes = [ingress_https_port]
  }
}

resource "huaweicloud_apig_group_domain_associate" "perhaps" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = var.anything
}

# Spelled in another way, it has another id.
resource "huaweicloud_apig_group_domain_associate" "spelled" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "Shop.example.com"
  ingress_http_port  = -1
  ingress_https_port = 10443
}

# Whatever is known of the first, the second and third have nothing in common with each other.
resource "huaweicloud_apig_group_domain_associate" "a_both" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.com"
  ingress_http_port  = 80
  ingress_https_port = 443
}

resource "huaweicloud_apig_group_domain_associate" "b_http" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.com"
  ingress_http_port  = 80
  ingress_https_port = -1
}

resource "huaweicloud_apig_group_domain_associate" "c_https" {
  instance_id        = huaweicloud_apig_instance.main.id
  group_id           = huaweicloud_apig_group.shop.id
  url_domain         = "orders.example.com" # want `"orders.example.com"` `huaweicloud_apig_group_domain_associate.c_https binds orders.example.com to huaweicloud_apig_group.shop, and so does huaweicloud_apig_group_domain_associate.b_http`
  ingress_http_port  = -1
  ingress_https_port = 443
}
