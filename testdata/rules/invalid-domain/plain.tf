variable "host" {
  type = string
}

variable "secret" {
  type      = string
  default   = "https://hidden.example.com"
  sensitive = true
}

locals {
  scheme = "https://"
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"

  url_domains {
    name = "https://shop.example.com" # want `"https://shop.example.com"` `huaweicloud_apig_group.shop binds "https://shop.example.com", which is a URL`
  }
  url_domains {
    name = "${local.scheme}${var.host}" # want `"${local.scheme}${var.host}"` `which is a URL`
  }
  url_domains {
    name = var.secret # want `var.secret` `the domain name that huaweicloud_apig_group.shop binds is a URL, not a domain name` help `write a host name such as api.example.com or ..example.com`
  }
  url_domains {
    name = "203.0.113.7" # want `"203.0.113.7"` `is an IP address`
  }
  url_domains {
    name = "[2001:db8::7]" # want `"[2001:db8::7]"` `is an IP address`
  }
  url_domains {
    name = "shop.example.com:8443" # want `"shop.example.com:8443"` `has a port`
  }
  url_domains {
    name = "example.com/shop" # want `"example.com/shop"` `has a path`
  }
  url_domains {
    name = "0123456789abcdef0123456789abcdef.apic.cn-north-4.huaweicloudapis.com" # want `"0123456789abcdef0123456789abcdef.apic.cn-north-4.huaweicloudapis.com"` `is a debugging domain`
  }
  url_domains {
    name = "shop-*.example.com" # want `"shop-*.example.com"` `huaweicloud_apig_group.shop binds .shop-..example.com., which has a wildcard that is not the whole first label`
  }
  url_domains {
    name = "shop.*.example.com" # want `"shop.*.example.com"` `huaweicloud_apig_group.shop binds .shop...example.com., which has a wildcard that is not the whole first label`
  }
  url_domains {
    name = "*" # want `"*"` `huaweicloud_apig_group.shop binds ..., which has a wildcard that is not the whole first label`
  }
  url_domains {
    name = "*.com" # want `"*.com"` `has too few labels`
  }
  url_domains {
    name = "shop" # want `"shop"` `has too few labels`
  }
  url_domains {
    name = "" # want `""` `has too few labels`
  }
  url_domains {
    name = "a.b.c.d.e.f.g.example.com" # want `"a.b.c.d.e.f.g.example.com"` `has more than eight labels`
  }
  url_domains {
    name = "shop.example.c1" # want `"shop.example.c1"` `does not end with a top-level domain`
  }
  url_domains {
    name = "shop .example.com" # want `"shop .example.com"` `huaweicloud_apig_group.shop binds .shop .example.com., which is not a domain name`
  }
  url_domains {
    name = "-shop.example.com" # want `"-shop.example.com"` `huaweicloud_apig_group.shop binds .-shop.example.com., which is not a domain name`
  }
  url_domains {
    name = "shop..com" # want `"shop..com"` `huaweicloud_apig_group.shop binds .shop..com., which is not a domain name`
  }
}
