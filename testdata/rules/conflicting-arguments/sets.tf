# Blocks of a set that are alike in everything are one block, also where what is left out is written in the other.
resource "huaweicloud_apig_instance" "main" {
  name                  = "gateway"
  edition               = "BASIC"
  vpc_id                = "3a1f7e5c"
  subnet_id             = "5d0c2b7f"
  security_group_id     = "8e6a1d4b"
  enterprise_project_id = "0"
  availability_zones    = ["cn-north-4a"]

  custom_ingress_ports {
    protocol = "HTTPS"
    port     = 8443
  }
  custom_ingress_ports {
    port     = "8443"
    protocol = "HTTPS"
  }
  custom_ingress_ports {
    protocol = "HTTP"
    port     = 8443 # want `port` `has two blocks with the same custom_ingress_ports.port = 8443: the apply fails$`
  }
}

resource "huaweicloud_apig_throttling_policy" "main" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "policy"
  period           = 1
  max_api_requests = 100

  dynamic "user_throttles" {
    for_each = ["first", "second"]
    content {
      max_api_requests     = 10
      throttling_object_id = "user"
    }
  }
}

# They may be alike.
resource "huaweicloud_apig_throttling_policy" "unknown" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "unknown"
  period           = 1
  max_api_requests = 100

  user_throttles {
    max_api_requests     = 10
    throttling_object_id = "user"
  }
  user_throttles {
    max_api_requests     = var.most
    throttling_object_id = "user"
  }
}

variable "most" {
  type = number
}
