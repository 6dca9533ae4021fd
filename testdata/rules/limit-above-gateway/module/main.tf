module "gateway" {
  source = "./gateway"
  rate   = 300
}

resource "huaweicloud_apig_throttling_policy" "partners" { # want `resource "huaweicloud_apig_throttling_policy" "partners"` `huaweicloud_apig_throttling_policy.partners allows 301 calls per second, but module.gateway.huaweicloud_apig_instance.this allows an API only 300`
  instance_id      = module.gateway.id
  period           = 1
  period_unit      = "SECOND"
  max_api_requests = 301
}
