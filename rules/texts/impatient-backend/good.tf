resource "huaweicloud_fgs_function" "orders" {
  name        = "orders"
  app         = "default"
  agency      = "serverless"
  runtime     = "Python3.10"
  handler     = "index.handler"
  memory_size = 128
  timeout     = 30
  code_type   = "inline"
  func_code   = "def handler(event, context): return {}"
}

resource "huaweicloud_apig_api" "orders" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "orders"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/orders"
  security_authentication = "IAM"

  func_graph {
    function_urn = huaweicloud_fgs_function.orders.urn
    version      = "latest"
    network_type = "V2"
    timeout      = 30000
  }
}
