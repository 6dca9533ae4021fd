variable "unknown" {}

locals {
  protocol = "HTTP"
}

resource "huaweicloud_vpc_eip" "shop" {}

resource "huaweicloud_apig_api" "literal" {
  web {
    backend_address  = "119.3.10.8:8080"
    request_protocol = local.protocol # want `local.protocol` `huaweicloud_apig_api.literal calls a backend at a public address over HTTP: its calls cross the internet in clear text` help `set request_protocol = .HTTPS. for the backend of huaweicloud_apig_api.literal, or use its private address`
  }
}

resource "huaweicloud_apig_api" "eip" {
  web {
    backend_address  = "${huaweicloud_vpc_eip.shop.address}:80"
    request_protocol = "HTTP" # want `"HTTP"` `huaweicloud_apig_api.eip calls a backend at a public address over HTTP`
  }
}

resource "huaweicloud_apig_channel" "public" {
  member {
    host = "10.1.0.8"
  }
  member {
    host = "119.3.10.8"
  }
}

resource "huaweicloud_apig_api" "channel" {
  web {
    vpc_channel_id   = huaweicloud_apig_channel.public.id
    request_protocol = "HTTP" # want `"HTTP"` `huaweicloud_apig_api.channel calls a backend at a public address over HTTP`
  }
}

# Silent: HTTPS, which is also the default.
resource "huaweicloud_apig_api" "https" {
  web {
    backend_address  = "119.3.10.8"
    request_protocol = "HTTPS"
  }
}

resource "huaweicloud_apig_api" "default" {
  web {
    backend_address = "119.3.10.8"
  }
}

# Silent: private, a name that may be private, unknown.
resource "huaweicloud_apig_api" "private" {
  web {
    backend_address  = "10.1.0.8:8080"
    request_protocol = "HTTP"
  }
}

resource "huaweicloud_apig_api" "name" {
  web {
    backend_address  = "orders.example.com"
    request_protocol = "HTTP"
  }
}

resource "huaweicloud_apig_api" "unknown" {
  web {
    backend_address  = var.unknown
    request_protocol = "HTTP"
  }
}

resource "huaweicloud_apig_api" "unknown_protocol" {
  web {
    backend_address  = "119.3.10.8"
    request_protocol = var.unknown
  }
}

# Silent: the address of a policy is never sent.
resource "huaweicloud_apig_api" "policy" {
  web_policy {
    backend_address  = "119.3.10.8"
    request_protocol = "HTTP"
  }
}
