# The docs only show the block beside this type: what is concluded from them is a warning.
resource "huaweicloud_apig_channel" "orders" {
  instance_id      = "gateway"
  name             = "orders"
  port             = 8080
  balance_strategy = 1
  type             = "microservice" # want `"microservice"` `^huaweicloud_apig_channel.orders has no microservice, which is required with type = "microservice": the apply may fail$` help `^set microservice$`
}
