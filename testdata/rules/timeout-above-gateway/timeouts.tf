variable "unknown" {}

locals {
  patience = 90000
}

resource "huaweicloud_apig_instance" "main" {}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "web" {
  instance_id = huaweicloud_apig_instance.main.id

  web {
    timeout = local.patience # want `local.patience` `huaweicloud_apig_api.web has a backend timeout of 90000 ms, but huaweicloud_apig_instance.main allows only 60000 ms: slower calls get APIG.0201`
  }
  web_policy {
    timeout = 60001 # want `60001` `huaweicloud_apig_api.web has a backend timeout of 60001 ms, but huaweicloud_apig_instance.main allows only 60000 ms`
  }
}

# The gateway is that of the group.
resource "huaweicloud_apig_api" "function" {
  instance_id = var.unknown
  group_id    = huaweicloud_apig_group.shop.id

  func_graph {
    timeout = 60001 # want `60001` `huaweicloud_apig_api.function has a backend timeout of 60001 ms, but huaweicloud_apig_instance.main allows only 60000 ms`
  }
}

# Silent: this is what the gateway allows.
resource "huaweicloud_apig_api" "equal" {
  instance_id = huaweicloud_apig_instance.main.id

  web {
    timeout = 60000
  }
}

# Silent: nobody knows.
resource "huaweicloud_apig_api" "unknown" {
  instance_id = huaweicloud_apig_instance.main.id

  web {
    timeout = var.unknown
  }
}

# Silent: no gateway can have this, which is another defect.
resource "huaweicloud_apig_api" "out_of_range" {
  instance_id = huaweicloud_apig_instance.main.id

  web {
    timeout = 600001
  }
}

# Silent: the gateway is not declared here, and may have the feature.
resource "huaweicloud_apig_api" "elsewhere" {
  instance_id = "0f8a6f1b3c9d4e5f"

  web {
    timeout = 90000
  }
}
