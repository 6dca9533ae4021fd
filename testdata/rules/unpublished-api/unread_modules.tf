# Modules that are not installed: what they are handed decides what they can publish.
module "network" {
  source = "example.com/network/vpc"
  name   = "network"
  cidr   = "10.20.0.0/16"
  region = "cn-north-4"
  zones  = data.huaweicloud_availability_zones.all.names
  tags   = { owner = "plant" }
}

data "huaweicloud_availability_zones" "all" {
}

resource "huaweicloud_apig_instance" "plant" {
  name               = "plant"
  edition            = "BASIC"
  availability_zones = ["cn-north-4a"]
  vpc_id             = module.network.vpc_id
  subnet_id          = module.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.plant.id
}

resource "huaweicloud_networking_secgroup" "plant" {
  name = "plant-callers"
}

resource "huaweicloud_apig_group" "plant" {
  instance_id = huaweicloud_apig_instance.plant.id
  name        = "plant_apis"
}

# None of them can: the modules get another API, the address of the gateway, its security group, or are called by nobody.
resource "huaweicloud_apig_api" "forgotten" { # want `resource "huaweicloud_apig_api" "forgotten"` `forgotten is not published to any environment`
  instance_id             = huaweicloud_apig_instance.plant.id
  group_id                = huaweicloud_apig_group.plant.id
  name                    = "forgotten"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/forgotten"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

module "records" {
  source = "example.com/network/records"
  target = huaweicloud_apig_instance.plant.ingress_address
}

module "rules" {
  source            = "example.com/network/rules"
  security_group_id = huaweicloud_networking_secgroup.plant.id
}

module "nobody" {
  source  = "example.com/gateway/publish"
  count   = 0
  gateway = huaweicloud_apig_instance.plant
}

# Silent: a module gets the API, in a list, or by its name.
resource "huaweicloud_apig_api" "handed" {
  instance_id             = huaweicloud_apig_instance.plant.id
  group_id                = huaweicloud_apig_group.plant.id
  name                    = "handed"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/handed"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api" "listed" {
  instance_id             = huaweicloud_apig_instance.plant.id
  group_id                = huaweicloud_apig_group.plant.id
  name                    = "listed"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/listed"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_api" "named" {
  instance_id             = huaweicloud_apig_instance.plant.id
  group_id                = huaweicloud_apig_group.plant.id
  name                    = "named"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/named"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

module "publish" {
  source = "example.com/gateway/publish"
  api_id = huaweicloud_apig_api.handed.id
}

module "publish_all" {
  source   = "example.com/gateway/publish"
  for_each = { a = { apis = [huaweicloud_apig_api.listed.id] } }
  settings = each.value
}

module "publish_by_name" {
  source = "example.com/gateway/publish"
  apis   = { named = { path = "/" } }
}
