# The docs print a backslash where a slash is meant: a warning.
resource "huaweicloud_apig_api_debug" "orders" {
  instance_id = "gateway"
  api_id      = "orders"
  mode        = "DEVELOPER"
  scheme      = "HTTPS"
  method      = "GET"
  path        = "orders" # want `"orders"` `^huaweicloud_apig_api_debug.orders has a value of path that is not allowed: the apply may fail$` help `^change path: starts with a slash, at most 1024 characters$`
}
