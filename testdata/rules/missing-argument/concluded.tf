# The docs only show the block beside this type: what is concluded from them is a warning.
resource "huaweicloud_apig_channel" "orders" {
  instance_id      = "gateway"
  name             = "orders"
  port             = 8080
  balance_strategy = 1
  type             = "microservice" # want `"microservice"` `^huaweicloud_apig_channel.orders has no microservice, which is required with type = "microservice": the apply may fail$` help `^set microservice$`
}

# A URN that ends with the name of the function says no version.
resource "huaweicloud_apig_custom_authorizer" "unversioned" {
  instance_id  = "gateway"
  name         = "callers"
  function_urn = "urn:fss:cn-north-4:0123456789abcdef:function:default:callers" # want `"urn:fss:cn-north-4:0123456789abcdef:function:default:callers"` `^huaweicloud_apig_custom_authorizer.unversioned has no function_version, which is required with function_urn and without function_alias_uri: the apply may fail$`
}
