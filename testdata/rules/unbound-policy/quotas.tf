variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_application" "app" {
  name = "app"
}

resource "huaweicloud_apig_application_quota" "idle" { # want `resource "huaweicloud_apig_application_quota" "idle"` `idle is not bound to any app and has no effect` help `bind huaweicloud_apig_application_quota.idle to an app with a huaweicloud_apig_application_quota_associate`
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_application_quota" "bound" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_application_quota_associate" "bound" {
  quota_id = huaweicloud_apig_application_quota.bound.id

  applications {
    id = huaweicloud_apig_application.app.id
  }
}

resource "huaweicloud_apig_orchestration_rule" "idle" { # want `resource "huaweicloud_apig_orchestration_rule" "idle"` `idle is not used by any request parameter of an API` help `name huaweicloud_apig_orchestration_rule.idle in the orchestrations`
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_orchestration_rule" "used" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_api" "list" {
  request_params {
    name           = "region"
    orchestrations = [huaweicloud_apig_orchestration_rule.used.id]
  }
}
