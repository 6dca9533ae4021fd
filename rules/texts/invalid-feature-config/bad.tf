resource "huaweicloud_apig_instance_feature" "timeout" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "backend_timeout"
  enabled     = true
  config      = jsonencode({ max_timeout = 700000 })
}
