resource "huaweicloud_fgs_function" "slow" {
  timeout = 30
}

resource "huaweicloud_fgs_trigger" "slow" {
  function_urn = huaweicloud_fgs_function.slow.urn
  type         = "DEDICATEDGATEWAY"
  apig {
    group_id = "group"
    api_name = "slow"
    env_name = "RELEASE"
    timeout  = 5000 # want `5000` `huaweicloud_fgs_trigger.slow waits 5000 ms for huaweicloud_fgs_function.slow, which may run for 30 s`
  }
}
