variable "unknown" {}

resource "huaweicloud_apig_instance" "raised" {}

resource "huaweicloud_apig_instance_feature" "raised" {
  instance_id = huaweicloud_apig_instance.raised.id
  name        = "backend_timeout"
  enabled     = true
  config      = jsonencode({ max_timeout = 120000 })
}

# Silent: raised.
resource "huaweicloud_apig_api" "raised" {
  instance_id = huaweicloud_apig_instance.raised.id

  web {
    timeout = 120000
  }
}

resource "huaweicloud_apig_api" "raised_too_little" {
  instance_id = huaweicloud_apig_instance.raised.id

  web {
    timeout = 120001 # want `120001` `huaweicloud_apig_api.raised_too_little has a backend timeout of 120001 ms, but huaweicloud_apig_instance.raised allows only 120000 ms` help `lower the timeout of huaweicloud_apig_api.raised_too_little to 120000, or raise max_timeout of the feature backend_timeout on huaweicloud_apig_instance.raised`
  }
}

resource "huaweicloud_apig_instance" "lowered" {}

resource "huaweicloud_apig_instance_feature" "lowered" {
  instance_id = huaweicloud_apig_instance.lowered.id
  name        = "backend_timeout"
  enabled     = true
  config      = jsonencode({ max_timeout = 3000 })
}

# The default of 5000 ms.
resource "huaweicloud_apig_api" "lowered" {
  instance_id = huaweicloud_apig_instance.lowered.id

  web { # want `web` `huaweicloud_apig_api.lowered has a backend timeout of 5000 ms, but huaweicloud_apig_instance.lowered allows only 3000 ms`
    path = "/"
  }
}

# Silent: a mock takes no time.
resource "huaweicloud_apig_api" "mock" {
  instance_id = huaweicloud_apig_instance.lowered.id

  mock {
    response = "ok"
  }
}

resource "huaweicloud_apig_instance" "unknown" {}

resource "huaweicloud_apig_instance_feature" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id
  name        = "backend_timeout"
  enabled     = true
  config      = var.unknown
}

# Silent: nobody knows the limit.
resource "huaweicloud_apig_api" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id

  web {
    timeout = 90000
  }
}

resource "huaweicloud_apig_instance" "off" {}

resource "huaweicloud_apig_instance_feature" "off" {
  instance_id = huaweicloud_apig_instance.off.id
  name        = "backend_timeout"
  config      = jsonencode({ max_timeout = 120000 })
}

# Silent: that the feature is not enabled is the defect, and is said there.
resource "huaweicloud_apig_api" "off" {
  instance_id = huaweicloud_apig_instance.off.id

  web {
    timeout = 90000
  }
}
