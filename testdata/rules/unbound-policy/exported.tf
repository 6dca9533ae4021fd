# Silent: who reads the outputs may bind them.
resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_application_quota" "daily" {
  instance_id = huaweicloud_apig_instance.main.id
}

resource "huaweicloud_apig_orchestration_rule" "map" {
  instance_id = huaweicloud_apig_instance.main.id
}

output "policies" {
  value = [huaweicloud_apig_application_quota.daily.id, huaweicloud_apig_orchestration_rule.map.id]
}
