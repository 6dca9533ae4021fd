resource "huaweicloud_apig_environment_variable" "host" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  env_id      = huaweicloud_apig_environment.beta.id
  name        = "host"
  value       = "beta.example.com"
}
