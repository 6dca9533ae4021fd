variable "network" {
  type = object({ vpc_id = string, subnet_id = string, security_group_id = string })
}

module "gateway" {
  source  = "./gateway"
  network = var.network
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = module.gateway.id
  name        = "shop"
}

resource "huaweicloud_apig_api" "orders" {
  for_each = toset(["GET", "POST"])

  instance_id             = module.gateway.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = each.key
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = each.key
  request_path            = "/orders"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

module "client" {
  source = "./client"
  url    = "https://${module.gateway.address}" # want `"https://${module.gateway.address}"` `this URL uses the IP address of module.gateway.huaweicloud_apig_instance.this, where only the group DEFAULT answers` help `use a domain name of huaweicloud_apig_group.shop in the URL`
}
