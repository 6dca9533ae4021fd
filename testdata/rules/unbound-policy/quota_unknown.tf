variable "quota_id" {
  type = string
}

variable "rules" {
  type = list(string)
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: the association may be of any quota, and the parameter of any rule.
resource "huaweicloud_apig_application_quota" "perhaps" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_application_quota_associate" "any" {
  quota_id = var.quota_id

  applications {
    id = "0"
  }
}

resource "huaweicloud_apig_orchestration_rule" "perhaps" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "list" {
  request_params {
    name           = "region"
    orchestrations = var.rules
  }
}
