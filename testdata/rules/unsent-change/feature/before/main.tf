resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_instance_feature" "rate" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "ratelimit"
  enabled     = true
  config      = "{\"api_limits\": 200}"
}

resource "huaweicloud_apig_instance_feature" "off" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "app_route"
  enabled     = false
  config      = "{\"api_limits\": 200}"
}

resource "huaweicloud_apig_instance_feature" "moved" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "backend_timeout"
  enabled     = true
  config      = "{\"api_limits\": 200}"
}
