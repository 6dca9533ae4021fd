variable "unknown" {
  type = string
}

resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_application" "client" {
  name = "client"
}

resource "huaweicloud_apig_application_authorization" "client" {
  application_id = huaweicloud_apig_application.client.id
  api_ids        = [huaweicloud_apig_api.orders.id]
}

# Silent: the AppCode may be the application's.
resource "huaweicloud_apig_api" "orders" {
  group_id                = huaweicloud_apig_group.shop.id
  security_authentication = "APP"
  simple_authentication   = true
}

resource "huaweicloud_apig_appcode" "any" {
  application_id = var.unknown
}
