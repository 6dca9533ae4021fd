provider "huaweicloud" {
  region = "cn-north-4"
}

variable "bandwidth" {
  type = number
}

variable "host" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name                   = "main"
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "main" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "main"

  url_domains {
    name = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_group.main binds the public domain name shop.example.com in cn-north-4, which needs an ICP licence: without one the apply gets APIG.2034`
  }
  url_domains {
    name = "*.example.com" # want `"*.example.com"` `huaweicloud_apig_group.main binds the public domain name ..example.com in cn-north-4, which needs an ICP licence` help `get an ICP licence for ..example.com and list it in the option licensed_domains`
  }
  # Silent: names for private use.
  url_domains {
    name = "shop.internal"
  }
  url_domains {
    name = "shop.intern.LAN."
  }
  # Silent: its zone is private.
  url_domains {
    name = "shop.inside.example"
  }
  # Silent: nobody knows it, or it is no domain at all.
  url_domains {
    name = var.host
  }
  url_domains {
    name = "203.0.113.7"
  }
}

resource "huaweicloud_dns_zone" "inside" {
  name      = "inside.example."
  zone_type = "private"
}

resource "huaweicloud_dns_zone" "public" {
  name = "example.com."
}

# The VPC has a zone of the same name, for callers that stay inside.
resource "huaweicloud_dns_zone" "private" {
  name      = "example.com."
  zone_type = "private"
}

# Silent: no filing in Hong Kong.
resource "huaweicloud_apig_instance" "hongkong" {
  region                 = "ap-southeast-1"
  name                   = "hongkong"
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "hongkong" {
  instance_id = huaweicloud_apig_instance.hongkong.id
  name        = "hongkong"

  url_domains {
    name = "hongkong.example.com"
  }
}

# Silent: nobody comes from the internet, or nobody knows.
resource "huaweicloud_apig_instance" "inside" {
  name = "inside"
}

resource "huaweicloud_apig_group" "inside" {
  instance_id = huaweicloud_apig_instance.inside.id
  name        = "inside"

  url_domains {
    name = "inside.example.com"
  }
}

resource "huaweicloud_apig_instance" "unknown" {
  name                   = "unknown"
  ingress_bandwidth_size = var.bandwidth
}

resource "huaweicloud_apig_group" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id
  name        = "unknown"

  url_domains {
    name = "unknown.example.com"
  }
}
