# That one of the two is needed is concluded from the docs, which say that they exclude each other: a warning.
resource "huaweicloud_apig_api_batch_action" "both" {
  instance_id = "gateway"
  action      = "online"
  env_id      = "DEFAULT_ENVIRONMENT_RELEASE_ID"
  group_id    = "group"
  apis        = ["orders"] # want `apis` `^huaweicloud_apig_api_batch_action.both has apis and group_id, of which only one is allowed: the apply may fail$` help `^keep only one of apis and group_id$`
}

# The method of a gRPC API is fixed.
resource "huaweicloud_apig_api" "grpc" {
  request_protocol = "GRPCS"
  request_method   = "GET" # want `request_method` `^huaweicloud_apig_api.grpc has request_method = "GET", which is not allowed with request_protocol = "GRPCS": the apply may fail$`

  mock {
    response = "ok"
  }
}
