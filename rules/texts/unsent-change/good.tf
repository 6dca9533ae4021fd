resource "huaweicloud_apig_custom_authorizer" "callers" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "callers"
  type             = "FRONTEND"
  function_urn     = "urn:fss:cn-north-4:0f1e2d3c4b5a69788796a5b4c3d2e1f0:function:default:callers_v2"
  function_version = "v1"
}
