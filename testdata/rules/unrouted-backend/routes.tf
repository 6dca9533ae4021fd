variable "network" {
  type = object({ subnet_id = string, security_group_id = string })
}

variable "group_id" {
  type = string
}

variable "unknown" {
  type = string
}

resource "huaweicloud_vpc" "a" {
  secondary_cidrs = ["10.2.0.0/16"]

  name = "a"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_apig_instance" "a" {
  name               = "a"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.a.id
  subnet_id          = var.network.subnet_id
  security_group_id  = var.network.security_group_id
  availability_zones = ["az1"]
}

# No route.
resource "huaweicloud_apig_api" "out" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "out"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/out"
  security_authentication = "IAM"

  web {
    path             = "/out"
    backend_address  = "10.3.0.8:8080" # want `"10.3.0.8:8080"` `huaweicloud_apig_api.out calls 10.3.0.8, outside of huaweicloud_vpc.a of huaweicloud_apig_instance.a, and no huaweicloud_apig_instance_routes covers it: calls get APIG.0201 or APIG.0202`
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_channel" "out" {
  instance_id      = huaweicloud_apig_instance.a.id
  name             = "out"
  port             = 8080
  balance_strategy = 1
  member_type      = "ip"

  member {
    host   = "192.168.1.7" # want `"192.168.1.7"` `huaweicloud_apig_channel.out calls 192.168.1.7, outside of huaweicloud_vpc.a of huaweicloud_apig_instance.a, and no huaweicloud_apig_instance_routes covers it`
    weight = 1
  }
}

resource "huaweicloud_apig_channel_member" "more" {
  instance_id       = huaweicloud_apig_instance.a.id
  vpc_channel_id    = huaweicloud_apig_channel.out.id
  member_group_name = "default"
  member_ip_address = "10.4.0.8" # want `"10.4.0.8"` `huaweicloud_apig_channel_member.more calls 10.4.0.8, outside of huaweicloud_vpc.a of huaweicloud_apig_instance.a, and no huaweicloud_apig_instance_routes covers it`
  port              = 8080
}

# Inside the VPC.
resource "huaweicloud_apig_api" "first" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "first"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/first"
  security_authentication = "IAM"

  web {
    path             = "/first"
    backend_address  = "10.1.200.8"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "second" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "second"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/second"
  security_authentication = "IAM"

  web {
    path             = "/second"
    backend_address  = "10.2.0.8:80"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# A name, an address that is not known, a variable of the environment, a public address.
resource "huaweicloud_apig_api" "name" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "name"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/name"
  security_authentication = "IAM"

  web {
    path             = "/name"
    backend_address  = "erp.example.com"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "unknown" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "unknown"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/unknown"
  security_authentication = "IAM"

  web {
    path             = "/unknown"
    backend_address  = "${var.unknown}:80"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "stage" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "stage"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/stage"
  security_authentication = "IAM"

  web {
    path             = "/stage"
    backend_address  = "#erp#:80"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api" "public" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = var.group_id
  name                    = "public"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/public"
  security_authentication = "IAM"

  web {
    path             = "/public"
    backend_address  = "121.36.10.20"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_group" "a" {
  instance_id           = huaweicloud_apig_instance.a.id
  name                  = "a"
  domain_access_enabled = true

  environment {
    environment_id = huaweicloud_apig_environment.beta.id

    variable {
      name  = "host"
      value = "10.3.0.9:8080" # want `"10.3.0.9:8080"` `huaweicloud_apig_group.a calls 10.3.0.9, outside of huaweicloud_vpc.a of huaweicloud_apig_instance.a, and no huaweicloud_apig_instance_routes covers it`
    }

    variable {
      name  = "other"
      value = "10.3.0.10:8080"
    }
  }
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.a.id
  name        = "beta"
}

# Its host is what the variable says in the environment.
resource "huaweicloud_apig_api" "variable" {
  instance_id             = huaweicloud_apig_instance.a.id
  group_id                = huaweicloud_apig_group.a.id
  name                    = "variable"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/variable"
  security_authentication = "IAM"

  web {
    path             = "/variable"
    backend_address  = "#host#"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_apig_api_publishment" "variable" {
  instance_id = huaweicloud_apig_instance.a.id
  api_id      = huaweicloud_apig_api.variable.id
  env_id      = huaweicloud_apig_environment.beta.id
  description = sha1(jsonencode(huaweicloud_apig_api.variable.web))
}
