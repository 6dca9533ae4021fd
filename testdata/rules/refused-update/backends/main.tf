resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.vpc_id
  subnet_id          = var.subnet_id
  security_group_id  = var.security_group_id
  availability_zones = ["az1"]
}

variable "vpc_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "address" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "address"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/address"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.9:8080" # want `"10.0.0.9:8080"` `web of huaweicloud_apig_api.address changes, and the provider refuses to change it: the next plan fails` help `set enable_force_new = "true" on huaweicloud_apig_api.address, or leave web as it was`
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_api" "response" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "response"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/response"
  security_authentication = "IAM"

  mock {
    response = "well" # want `"well"` `mock of huaweicloud_apig_api.response changes, and the provider refuses to change it: the next plan fails` help `set enable_force_new = "true" on huaweicloud_apig_api.response, or leave mock as it was`
  }
}

resource "huaweicloud_apig_api" "kind" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "kind"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/kind"
  security_authentication = "IAM"

  web { # want `web` `web of huaweicloud_apig_api.kind changes, and the provider refuses to change it: the next plan fails` help `set enable_force_new = "true" on huaweicloud_apig_api.kind, or leave web as it was`
    path             = "/orders"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_api" "more" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "more"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/more"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 9000 # want `9000` `web of huaweicloud_apig_api.more changes, and the provider refuses to change it: the next plan fails` help `set enable_force_new = "true" on huaweicloud_apig_api.more, or leave web as it was`
  }
}
