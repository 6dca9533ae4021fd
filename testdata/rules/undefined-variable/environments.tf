variable "unknown" {
  type = string
}

resource "huaweicloud_apig_environment" "beta" {
  name = "BETA"
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"

  environment {
    environment_id = huaweicloud_apig_environment.beta.id

    variable {
      name  = "inline"
      value = "v2"
    }
  }
}

resource "huaweicloud_apig_environment_variable" "root" {
  group_id = huaweicloud_apig_group.shop.id
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name     = "root"
}

# A variable that may be any.
resource "huaweicloud_apig_group" "partners" {
  name = "partners"
}

resource "huaweicloud_apig_environment_variable" "unknown" {
  group_id = huaweicloud_apig_group.partners.id
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  name     = var.unknown
}

locals {
  published = {
    nowhere   = huaweicloud_apig_api.nowhere.id
    beta_only = huaweicloud_apig_api.beta_only.id
    case      = huaweicloud_apig_api.case.id
    policy    = huaweicloud_apig_api.policy.id
    defined   = huaweicloud_apig_api.defined.id
    partners  = huaweicloud_apig_api.partners.id
    elsewhere = huaweicloud_apig_api.elsewhere.id
  }
}

resource "huaweicloud_apig_api_publishment" "all" {
  for_each = local.published
  api_id   = each.value
  env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}

resource "huaweicloud_apig_api_publishment" "beta" {
  api_id = huaweicloud_apig_api.defined.id
  env_id = huaweicloud_apig_environment.beta.id
}

resource "huaweicloud_apig_api" "nowhere" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path            = "/#root#/orders"
    backend_address = "#host##port#" # want `"#host##port#"` `nowhere uses a variable that huaweicloud_apig_group.shop does not define \(#host# in RELEASE and #port# in RELEASE\): publishing or calling it there fails`
  }
}

# It is defined for another environment.
resource "huaweicloud_apig_api" "beta_only" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/#inline#/orders" # want `"/#inline#/orders"` `#inline# in RELEASE`
  }
}

# Names are case-sensitive.
resource "huaweicloud_apig_api" "case" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/#Root#/orders" # want `"/#Root#/orders"` `#Root# in RELEASE`
  }
}

resource "huaweicloud_apig_api" "policy" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/orders"
  }

  # The address of a policy is not sent.
  web_policy {
    name            = "policy"
    path            = "/#version#/orders" # want `"/#version#/orders"` `#version# in RELEASE`
    backend_address = "#host#"
  }
}

# In RELEASE it is defined, and in BETA it is not.
resource "huaweicloud_apig_api" "defined" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/#root#/orders" # want `"/#root#/orders"` `does not define \(#root# in BETA\):`
  }
}

# Silent: the variable that nobody knows the name of may be it.
resource "huaweicloud_apig_api" "partners" {
  group_id = huaweicloud_apig_group.partners.id

  web {
    path = "/#root#/orders"
  }
}

# Silent: the group is declared elsewhere, and so may its variables be.
resource "huaweicloud_apig_api" "elsewhere" {
  group_id = var.unknown

  web {
    path = "/#root#/orders"
  }
}

# Silent: it is not published anywhere, or nobody knows where.
resource "huaweicloud_apig_api" "unpublished" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/#root#/orders"
  }
}

resource "huaweicloud_apig_api" "somewhere" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/#nothing#/orders"
  }
}

resource "huaweicloud_apig_api_publishment" "somewhere" {
  api_id = huaweicloud_apig_api.somewhere.id
  env_id = var.unknown
}

# Silent: no variable.
resource "huaweicloud_apig_api" "fragment" {
  group_id = huaweicloud_apig_group.shop.id

  web {
    path = "/orders#1#2"
  }
}

resource "huaweicloud_apig_api_publishment" "fragment" {
  api_id = huaweicloud_apig_api.fragment.id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
