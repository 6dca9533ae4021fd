variable "unknown" {}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance" "other" {
  name = "other"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

resource "huaweicloud_apig_environment" "beta" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "beta"
}

resource "huaweicloud_apig_environment" "elsewhere" {
  instance_id = huaweicloud_apig_instance.other.id
  name        = "TEST"
}

resource "huaweicloud_fgs_trigger" "name" { # want `resource "huaweicloud_fgs_trigger" "name"` `huaweicloud_fgs_trigger.name is published to TEST but not to RELEASE` help `^set its environment to RELEASE, or list TEST in header_environments`
  type = "DEDICATEDGATEWAY"
  apig {
    instance_id = huaweicloud_apig_instance.main.id
    group_id    = huaweicloud_apig_group.shop.id
    api_name    = "name"
    env_name    = "TEST"
  }
}

resource "huaweicloud_fgs_trigger" "declared" { # want `resource "huaweicloud_fgs_trigger" "declared"` `is published to beta but not to RELEASE`
  type = "DEDICATEDGATEWAY"
  apig {
    instance_id = huaweicloud_apig_instance.main.id
    group_id    = huaweicloud_apig_group.shop.id
    api_name    = "declared"
    env_name    = huaweicloud_apig_environment.beta.name
  }
}

resource "huaweicloud_fgs_function_trigger" "id" { # want `resource "huaweicloud_fgs_function_trigger" "id"` `is published to beta but not to RELEASE`
  type = "DEDICATEDGATEWAY"
  event_data = jsonencode({
    group_id = huaweicloud_apig_group.shop.id
    env_id   = huaweicloud_apig_environment.beta.id
  })
}

# Silent: RELEASE, by its name and by its id.
resource "huaweicloud_fgs_trigger" "release" {
  type = "DEDICATEDGATEWAY"
  apig {
    group_id = huaweicloud_apig_group.shop.id
    api_name = "release"
    env_name = "RELEASE"
  }
}

resource "huaweicloud_fgs_function_trigger" "release" {
  type = "DEDICATEDGATEWAY"
  event_data = jsonencode({
    group_id = huaweicloud_apig_group.shop.id
    env_id   = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  })
}

# Silent: it may be RELEASE.
resource "huaweicloud_fgs_trigger" "unknown" {
  type = "DEDICATEDGATEWAY"
  apig {
    group_id = huaweicloud_apig_group.shop.id
    api_name = "unknown"
    env_name = var.unknown
  }
}
