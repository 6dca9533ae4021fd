# That one of the two is needed is concluded from the docs, which say that they exclude each other: a warning.
resource "huaweicloud_apig_api_batch_action" "both" {
  instance_id = "gateway"
  action      = "online"
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  group_id    = "group"
  apis        = ["orders"] # want `apis` `^huaweicloud_apig_api_batch_action.both has apis and group_id, of which only one is allowed: the apply may fail$` help `^keep only one of apis and group_id$`
}
