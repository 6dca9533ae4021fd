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
    timeout          = var.timeout # want `var.timeout` `^web.timeout of huaweicloud_apig_api.orders\["list"\] must be 1 to 600000, but is 0: the apply fails$` help `^set web.timeout to 1 to 600000$`
  }

  web { # want `web` `^web of huaweicloud_apig_api.orders\["list"\] must have at most 1 block, but has 2: the plan fails$` help `^keep at most 1 block of web$`
    path             = "/"
    request_protocol = "HTTP"
  }

  request_params {
    name    = "size"
    minimum = 10 # want `10` `^huaweicloud_apig_api.orders\["list"\] has request_params.minimum = 10, which is more than request_params.maximum = 5: the apply may fail$` help `^exchange request_params.minimum and request_params.maximum$`
    maximum = 5
  }
}

resource "huaweicloud_apig_response" "long" {
  name = local.long # want `local.long` `^name of huaweicloud_apig_response.long must have 1 to 64 characters, but has 70: the apply fails$` help `^use 1 to 64 characters in name$`
}

resource "huaweicloud_apig_acl_policy" "short" {
  name = "x" # want `"x"` `^name of huaweicloud_apig_acl_policy.short must have 3 to 64 characters, but has 1: the apply fails$` help `^use 3 to 64 characters in name$`
}

resource "huaweicloud_apig_group_domain_associate" "ports" {
  url_domain         = "shop.example.com"
  ingress_https_port = 8 # want `8` `^ingress_https_port of huaweicloud_apig_group_domain_associate.ports must be -1, 443 or 1024 to 49151, but is 8: the apply fails$` help `^set ingress_https_port to -1, 443 or 1024 to 49151$`
}

resource "huaweicloud_vpc_subnet" "tiny" {
  name = "tiny"
  cidr = "10.0.0.0/29" # want `"10.0.0.0/29"` `^huaweicloud_vpc_subnet.tiny has a network in cidr that is smaller than /28: the apply fails$` help `^use a network of at least /28 in cidr$`
}

resource "huaweicloud_dns_recordset" "empty" {
  name    = "www.example.com."
  records = [] # want `[]` `^records of huaweicloud_dns_recordset.empty must have at least 1 element, but has 0: the plan fails$` help `^add at least 1 element to records$`
}

resource "huaweicloud_apig_application" "codes" {
  name      = "codes"
  app_codes = [for i in range(6) : format("%064d", i)] # want `[for i in range(6) : format("%064d", i)]` `^app_codes of huaweicloud_apig_application.codes must have at most 5 elements, but has 6: the plan fails$` help `^keep at most 5 elements of app_codes$`
}

# Silent here: what is null is for another rule to report.
resource "huaweicloud_dns_recordset" "null" {
  name    = "www.example.com."
  records = [null]
}

# More objects than the quota of a group: one finding, with how many there are.
resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_group_domain_associate" "many" {
  for_each = toset(["a", "b", "c", "d", "e", "f", "g"])

  group_id   = huaweicloud_apig_group.shop.id # want `huaweicloud_apig_group.shop.id` `^huaweicloud_apig_group.shop has 7 huaweicloud_apig_group_domain_associate with the same group_id, and the quota is 5: the apply may fail$` help `^keep at most 5 with the same group_id, or have the quota raised$`
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

# The variables of one group count, those of two do not add up: RELEASE has the same id everywhere.
resource "huaweicloud_apig_environment_variable" "many" {
  count = 51

  group_id = huaweicloud_apig_group.shop.id # want `huaweicloud_apig_group.shop.id` `has 51 huaweicloud_apig_environment_variable with the same group_id and env_id, and the quota is 50: the apply may fail`
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name     = "name${count.index}"
  value    = "x"
}

resource "huaweicloud_apig_group" "pay" {
  for_each = toset(["blue", "green"])

  name = each.key
}

resource "huaweicloud_apig_environment_variable" "silent" {
  for_each = { for pair in setproduct(["blue", "green"], range(30)) : "${pair[0]}-${pair[1]}" => pair }

  group_id = huaweicloud_apig_group.pay[each.value[0]].id
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name     = "name${each.value[1]}"
  value    = "x"
}
