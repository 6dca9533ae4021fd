variable "timeout" {
  default = 0
}

variable "anything" {}

locals {
  long = join("", [for i in range(70) : "x"])
}

resource "huaweicloud_apig_api" "orders" {
  for_each = toset(["list"])

  name = "orders"

  web {
    path             = "/"
    request_protocol = "HTTP"
    timeout          = var.timeout # want `var.timeout` `web.timeout of huaweicloud_apig_api.orders\["list"\] is 0: it is 1 to 600000`
  }

  web { # want `web` `there are 2 web blocks in huaweicloud_apig_api.orders\["list"\]: there may be 1`
    path             = "/"
    request_protocol = "HTTP"
  }

  request_params {
    name    = "size"
    minimum = 10 # want `10` `request_params.minimum = 10 and request_params.maximum = 5: minimum <= maximum`
    maximum = 5
  }
}

resource "huaweicloud_apig_response" "long" {
  name = local.long # want `local.long` `name of huaweicloud_apig_response.long has 70 characters: it has 1 to 64`
}

resource "huaweicloud_apig_acl_policy" "short" {
  name = "x" # want `"x"` `name of huaweicloud_apig_acl_policy.short has 1 character: it has 3 to 64`
}

resource "huaweicloud_apig_group_domain_associate" "ports" {
  url_domain         = "shop.example.com"
  ingress_https_port = 8 # want `8` `ingress_https_port of .* is 8: it is -1, 443 or 1024 to 49151`
}

resource "huaweicloud_vpc_subnet" "tiny" {
  name = "tiny"
  cidr = "10.0.0.0/29" # want `"10.0.0.0/29"` `mask at most /28`
}

resource "huaweicloud_dns_recordset" "empty" {
  name    = "www.example.com."
  records = [] # want `[]` `records of .* has 0 items: it has at least 1`
}

resource "huaweicloud_apig_application" "codes" {
  name      = "codes"
  app_codes = [for i in range(6) : format("%064d", i)] # want `[for i in range(6) : format("%064d", i)]` `app_codes of .* has 6 items: it has at most 5`
}

# More objects than one thing can have: the sixth domain of a group.
resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "many" {
  for_each = toset(["a", "b", "c", "d", "e", "f"])

  group_id   = huaweicloud_apig_group.shop.id # want `huaweicloud_apig_group.shop.id` `many\["f"\] is one of 6 with the same group_id: at most 5 domain names per group`
  url_domain = "${each.key}.example.com"
}

# Silent: equal elements of a set are one, unknown blocks and numbers count for nothing, empty means not set.
resource "huaweicloud_apig_group_domain_associate" "silent" {
  group_id           = var.anything
  url_domain         = ""
  ingress_https_port = var.anything
}

resource "huaweicloud_apig_application" "silent" {
  name      = "silent"
  app_codes = concat([for i in range(6) : format("%064d", 1)], var.anything)
}

resource "huaweicloud_apig_api" "silent" {
  dynamic "web" {
    for_each = var.anything

    content {
      path    = "/"
      timeout = web.value
    }
  }

  web {
    path             = "/"
    request_protocol = "HTTP"
    timeout          = var.anything
  }

  request_params {
    name    = "size"
    minimum = 5
    maximum = 5
  }
}
