# Silent: the binding may be for any group.
variable "group_id" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"
}

resource "huaweicloud_apig_api" "orders" {
  group_id = huaweicloud_apig_group.orders.id
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = var.group_id
  url_domain  = "orders.example.com"
}
