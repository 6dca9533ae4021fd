# An id is set, whatever way it takes.
variable "anything" {}

locals {
  none  = {}
  shop  = huaweicloud_apig_channel.shop.id
  whole = huaweicloud_apig_channel.shop
  ids   = { for key, channel in huaweicloud_apig_channel.keyed : key => channel.id }
}

resource "huaweicloud_apig_channel" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_channel" "counted" {
  count = 1
  name  = "counted"
}

resource "huaweicloud_apig_channel" "keyed" {
  for_each = toset(["a", "b"])
  name     = each.key
}

resource "huaweicloud_apig_channel" "some" {
  count = var.anything
  name  = "some"
}

resource "huaweicloud_apig_api" "local" {
  name = "local"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = local.shop
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.local has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "text" {
  name = "text"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = "${huaweicloud_apig_channel.shop.id}"
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.text has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "attempt" {
  name = "attempt"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = try(huaweicloud_apig_channel.shop.id, "")
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.attempt has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "second" {
  name = "second"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = try(local.none.channel, huaweicloud_apig_channel.shop.id)
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.second has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "lookup" {
  name = "lookup"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = lookup({ shop = huaweicloud_apig_channel.shop.id }, "shop", "")
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.lookup has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "sole" {
  name = "sole"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = one(huaweicloud_apig_channel.counted[*].id)
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.sole has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "coalesced" {
  name = "coalesced"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = coalesce(var.anything, huaweicloud_apig_channel.shop.id)
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.coalesced has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "keyed" {
  name = "keyed"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = local.ids["a"]
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.keyed has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "whole" {
  name = "whole"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = local.whole.id
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.whole has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "either" {
  name = "either"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = var.anything == "a" ? huaweicloud_apig_channel.shop.id : huaweicloud_apig_channel.counted[0].id
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.either has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "each" {
  for_each = huaweicloud_apig_channel.keyed
  name     = "each"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = each.value.id
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.each\["a"\] has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

# Silent: it may be none.
resource "huaweicloud_apig_api" "condition" {
  name = "condition"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = huaweicloud_apig_channel.shop.id == "a" ? huaweicloud_apig_channel.shop.id : ""
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "filtered" {
  name = "filtered"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = one([for id in [huaweicloud_apig_channel.shop.id] : id if id != "a"])
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "part" {
  name = "part"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = trimprefix(huaweicloud_apig_channel.shop.id, "a")
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "perhaps" {
  name = "perhaps"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = try(var.anything.id, huaweicloud_apig_channel.shop.id, "")
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "attempt_condition" {
  name = "attempt_condition"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = try(huaweicloud_apig_channel.shop.id == "a" ? "" : huaweicloud_apig_channel.shop.id, huaweicloud_apig_channel.shop.id)
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "unknown_key" {
  name = "unknown_key"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = lookup({ shop = huaweicloud_apig_channel.shop.id }, var.anything, "")
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "some" {
  name = "some"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = one(huaweicloud_apig_channel.some[*].id)
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "described" {
  name = "described"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = huaweicloud_apig_channel.shop.created_at
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "merged" {
  name = "merged"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = merge({ shop = huaweicloud_apig_channel.shop.id }, { stock = "" })["shop"]
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.merged has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "concatenated" {
  name = "concatenated"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = concat(["other"], [huaweicloud_apig_channel.shop.id])[1]
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.concatenated has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "flattened" {
  name = "flattened"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = flatten([[huaweicloud_apig_channel.shop.id], []])[0]
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.flattened has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

resource "huaweicloud_apig_api" "among_values" {
  name = "among_values"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = values({ shop = huaweicloud_apig_channel.shop.id })[0]
    backend_address  = "10.0.0.8" # want `backend_address` `^huaweicloud_apig_api.among_values has web.backend_address and web.vpc_channel_id, of which only one is used`
  }
}

# Silent: what is not known may take its place.
resource "huaweicloud_apig_api" "overridden" {
  name = "overridden"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = merge({ shop = huaweicloud_apig_channel.shop.id }, var.anything)["shop"]
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "behind" {
  name = "behind"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = concat(var.anything, [huaweicloud_apig_channel.shop.id])[0]
    backend_address  = "10.0.0.8"
  }
}

resource "huaweicloud_apig_api" "undecided" {
  name = "undecided"

  web {
    path             = "/"
    request_protocol = "HTTP"
    vpc_channel_id   = merge({ shop = var.anything ? huaweicloud_apig_channel.shop.id : "" }, {})["shop"]
    backend_address  = "10.0.0.8"
  }
}
