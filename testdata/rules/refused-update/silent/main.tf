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

# It may be replaced.
resource "huaweicloud_apig_api" "allowed" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "allowed"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/allowed"
  security_authentication = "IAM"
  enable_force_new        = "true"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.9:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

# What is written is what there is without it.
resource "huaweicloud_apig_api" "default" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "default"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/default"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = 5000
  }
}

# Perhaps it is the same.
resource "huaweicloud_apig_api" "unknown" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "unknown"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/unknown"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = var.address
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

# The provider updates it.
resource "huaweicloud_apig_api" "path" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "path"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/v2/path"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

# Terraform does not plan what it is told to ignore.
resource "huaweicloud_apig_api" "ignored" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "ignored"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/ignored"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.9:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }

  lifecycle {
    ignore_changes = [web]
  }
}

# The same number.
resource "huaweicloud_apig_api" "spelt" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "spelt"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/spelt"
  security_authentication = "IAM"

  web {
    path             = "/orders"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
    timeout          = "9000"
  }
}

# It is new.
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
    path             = "/orders"
    backend_address  = "10.0.0.8:8080"
    request_method   = "GET"
    request_protocol = "HTTPS"
  }
}

variable "address" {
  type = string
}
