variable "unknown" {}

resource "huaweicloud_apig_instance" "main" {}

resource "huaweicloud_apig_instance" "other" {}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id

  url_domains {
    name = "shop.example.com"
  }
}

resource "huaweicloud_apig_group" "admin" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_group_domain_associate" "admin" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.admin.id
  url_domain  = "admin.example.com"
}

resource "huaweicloud_apig_group" "elsewhere" {
  instance_id = huaweicloud_apig_instance.other.id

  url_domains {
    name = "elsewhere.example.com"
  }
}

resource "huaweicloud_apig_group_domain_associate" "wildcard" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.admin.id
  url_domain  = "*.example.org"
}

resource "huaweicloud_apig_api" "itself" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/orders/{id}"

  web {
    backend_address = "Shop.Example.com:443" # want `"Shop.Example.com:443"` `huaweicloud_apig_api.itself is its own backend, through the domain name shop.example.com of its group: calls get APIG.0612` help `set the backend address of huaweicloud_apig_api.itself to that of the service behind it`
    path            = "/orders/{number}"
    request_method  = "GET"
  }
}

# Another API of the group.
resource "huaweicloud_apig_api" "sibling" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/customers"

  web {
    backend_address = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_api.sibling has the backend shop.example.com, a domain name of the same gateway: each call passes the gateway twice, and a chain of more than ten gets APIG.0612` help `set the backend address of huaweicloud_apig_api.sibling to that of the service behind shop.example.com`
    path            = "/orders"
    request_method  = "GET"
  }
}

# The same path with another method.
resource "huaweicloud_apig_api" "method" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/stock"

  web {
    backend_address = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_api.method has the backend shop.example.com, a domain name of the same gateway`
    path            = "/stock"
    request_method  = "POST"
  }
}

# Another group, by the binding's own attribute.
resource "huaweicloud_apig_api" "group" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/admin"

  web {
    backend_address = huaweicloud_apig_group_domain_associate.admin.url_domain # want `huaweicloud_apig_group_domain_associate.admin.url_domain` `huaweicloud_apig_api.group has the backend admin.example.com, a domain name of the same gateway` help `set the backend address of huaweicloud_apig_api.group to that of the service behind admin.example.com`
    path            = "/admin"
    request_method  = "GET"
  }
}

# Silent: a domain of another gateway.
resource "huaweicloud_apig_api" "gateway" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/elsewhere"

  web {
    backend_address = "elsewhere.example.com"
    path            = "/elsewhere"
    request_method  = "GET"
  }
}

# Silent: the name may have an address of its own, whatever the wildcard says.
resource "huaweicloud_apig_api" "wildcard" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/wildcard"

  web {
    backend_address = "orders.example.org"
    path            = "/wildcard"
    request_method  = "GET"
  }
}

# Silent: another name, and one that nobody knows.
resource "huaweicloud_apig_api" "name" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/name"

  web {
    backend_address = "orders.example.com"
    path            = "/name"
  }
}

resource "huaweicloud_apig_api" "unknown" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "GET"
  request_path   = "/unknown"

  web {
    backend_address = var.unknown
    path            = "/unknown"
  }
}
