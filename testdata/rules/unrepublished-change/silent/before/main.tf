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

resource "huaweicloud_apig_api" "described" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "described"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/described"
  security_authentication = "IAM"

  web {
    path             = "/described"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_api_publishment" "described" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.described.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = "first release"
}

resource "huaweicloud_apig_api" "digested" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "digested"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/digested"
  security_authentication = "IAM"

  web {
    path             = "/digested"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_api_publishment" "digested" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.digested.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = "release 7f3c1d9"
}

resource "huaweicloud_apig_api" "pinned" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "pinned"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/pinned"
  security_authentication = "IAM"

  web {
    path             = "/pinned"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_api_publishment" "pinned" {
  instance_id = huaweicloud_apig_instance.main.id
  api_id      = huaweicloud_apig_api.pinned.id
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  description = "first release"
  version_id  = "0f1e2d3c4b5a"
}

resource "huaweicloud_apig_api" "fresh" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "fresh"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/fresh"
  security_authentication = "IAM"

  web {
    path             = "/fresh"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}
