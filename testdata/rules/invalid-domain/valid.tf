# Silent throughout.
variable "host" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"

  url_domains {
    name = "shop.example.com"
  }
  url_domains {
    name = "Shop.Example.COM."
  }
  url_domains {
    name = "*.example.com"
  }
  # Newer gateways take underscores.
  url_domains {
    name = "_shop.my_example.com"
  }
  # Names for private use have a top-level domain too.
  url_domains {
    name = "shop.internal"
  }
  # A top-level domain in another script, as DNS spells it.
  url_domains {
    name = "shop.xn--fiqs8s"
  }
  url_domains {
    name = "a.b.c.d.e.f.g.com"
  }
  # Another service of the cloud.
  url_domains {
    name = "shop.obs.cn-north-4.myhuaweicloud.com"
  }
  url_domains {
    name = var.host
  }
  url_domains {
    name = "${var.host}.example.com"
  }
}
