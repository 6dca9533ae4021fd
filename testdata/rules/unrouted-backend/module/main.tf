variable "group_id" {
  type = string
}

module "gateway" {
  source = "./gateway"
}

resource "huaweicloud_apig_api" "orders" {
  for_each = { orders = "10.1.0.8", bills = "10.2.0.8" }

  instance_id             = module.gateway.id
  group_id                = var.group_id
  name                    = each.key
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/${each.key}"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "${each.value}:8080" # want `"${each.value}:8080"` `huaweicloud_apig_api.orders..bills.. calls 10.2.0.8, outside of module.gateway.huaweicloud_vpc.this of module.gateway.huaweicloud_apig_instance.this, and no huaweicloud_apig_instance_routes covers it` help `add a huaweicloud_apig_instance_routes for module.gateway.huaweicloud_apig_instance.this whose nexthops cover 10.2.0.8`
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
