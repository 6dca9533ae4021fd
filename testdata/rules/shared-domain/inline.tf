resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"

  url_domains {
    name = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_group.shop binds shop.example.com on port 80, which huaweicloud_apig_group.orders already binds on the same gateway`
  }
  url_domains {
    name = "own.example.com"
  }
}

resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "orders"

  url_domains {
    name = "shop.example.com"
  }
}

# Silent: the same binding, written twice.
resource "huaweicloud_apig_group_domain_associate" "own" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  url_domain  = "own.example.com"
}
