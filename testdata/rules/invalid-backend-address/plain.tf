variable "unknown" {}

variable "partner" {
  default = "http://partner.example.org"
}

resource "huaweicloud_apig_api" "url" {
  web {
    backend_address = "https://api.partner.example.org/v2" # want `"https://api.partner.example.org/v2"` `huaweicloud_apig_api.url has the backend address "https://api.partner.example.org/v2", which is a URL: the apply is refused` help `write only api.partner.example.org, with a port from 1 to 65535 if needed, and move the protocol and the path to their own arguments`
  }
}

resource "huaweicloud_apig_api" "indirect" {
  web {
    backend_address = var.partner # want `var.partner` `huaweicloud_apig_api.indirect has the backend address "http://partner.example.org", which is a URL`
  }
}

# The beginning is enough.
resource "huaweicloud_apig_api" "any_host" {
  web {
    backend_address = "https://${var.unknown}" # want `"https://${var.unknown}"` `has the backend address "https://…", which is a URL` help `write only the host name or the IP address`
  }
}

resource "huaweicloud_apig_api" "variable_in_url" {
  web {
    backend_address = "https://#host#" # want `"https://#host#"` `which is a URL`
  }
}

resource "huaweicloud_apig_api" "wrong" {
  for_each = {
    port     = "10.20.1.20:80800"
    zero     = "10.20.1.20:0"
    no_port  = "api.example.org:"
    words    = "api.example.org:https"
    six      = "[2001:db8::8]:80800"
    path     = "api.example.org/v2"
    space    = "api.example.org :80"
    user     = "user@api.example.org"
    no_host  = ":8080"
    no_octet = "10.20.1.256"
  }

  web {
    backend_address = each.value # want `each.value` `huaweicloud_apig_api.wrong\["no_host"\] has the backend address ":8080", which is not a host name or an IP address`
  }
}

# Silent: what an address may be, and what is not certain.
resource "huaweicloud_apig_api" "fine" {
  for_each = toset([
    "10.1.0.8:8080", "10.1.0.8", "api.example.org", "api.example.org:65535", "backend", "my_backend:80", "[2001:db8::8]:443", "2001:db8::8",
    "#host#:8080", "#host#", "api.#zone#:#port#", "#scheme#", "10.1.0.8:#port#",
  ])

  web {
    backend_address = each.key
  }
}

resource "huaweicloud_apig_api" "unknown" {
  web {
    backend_address = "${var.unknown}://10.1.0.8"
  }
}

# Silent: neither is sent.
resource "huaweicloud_apig_api" "channel" {
  web {
    vpc_channel_id  = var.unknown
    backend_address = "https://api.example.org"
  }
  web_policy {
    backend_address = "https://api.example.org"
  }
}

# A secret is not shown.
variable "hidden" {
  default   = "https://internal.example.org"
  sensitive = true
}

resource "huaweicloud_apig_api" "secret" {
  web {
    backend_address = var.hidden # want `var.hidden` `huaweicloud_apig_api.secret has a backend address that is a URL: the apply is refused` help `write only the host name or the IP address`
  }
}
