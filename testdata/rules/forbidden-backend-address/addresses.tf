variable "unknown" {}

variable "host" {
  default = "169.254.169.254"
}

resource "huaweicloud_apig_api" "loopback" {
  web {
    backend_address = "127.0.0.1:8080" # want `"127.0.0.1:8080"` `huaweicloud_apig_api.loopback has the backend address 127.0.0.1, in the range 127.0.0.0/8 that the gateway does not call: calls get APIG.0404` help `replace 127.0.0.1 with the address of the backend in a VPC or on the internet`
  }
}

resource "huaweicloud_apig_api" "metadata" {
  web {
    backend_address = var.host # want `var.host` `huaweicloud_apig_api.metadata has the backend address 169.254.169.254, in the range 169.254.0.0/16 that the gateway does not call`
  }
}

# The address is certain, whatever the port is.
resource "huaweicloud_apig_api" "any_port" {
  web {
    backend_address = "0.0.0.0:${var.unknown}" # want `"0.0.0.0:${var.unknown}"` `in the range 0.0.0.0/8`
  }
}

# Silent: private and public addresses, and those next to a range.
resource "huaweicloud_apig_api" "fine" {
  for_each = toset(["10.1.0.8:8080", "172.16.0.8", "192.168.0.8", "119.3.10.8:80", "100.64.0.8", "100.126.0.1", "192.0.3.1"])

  web {
    backend_address = each.key
  }
}

# Silent: a name, a variable of the environment, an unknown.
resource "huaweicloud_apig_api" "name" {
  web {
    backend_address = "localhost.example.com"
  }
}

resource "huaweicloud_apig_api" "variable" {
  web {
    backend_address = "#host#:8080"
  }
}

resource "huaweicloud_apig_api" "unknown" {
  web {
    backend_address = var.unknown
  }
}

# Silent: the channel takes precedence, and the address of a policy is never sent: both have no effect.
resource "huaweicloud_apig_api" "channel" {
  web {
    vpc_channel_id  = var.unknown
    backend_address = "127.0.0.1"
  }
  web_policy {
    backend_address = "127.0.0.1"
  }
}
