resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "all" {
  count = 2

  instance_id = huaweicloud_apig_instance.main.id
  name        = "group${count.index}"
}

resource "huaweicloud_apig_group_domain_associate" "same" {
  count = 2

  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.all[count.index].id
  url_domain  = "shop.example.com" # want `"shop.example.com"` `huaweicloud_apig_group_domain_associate.same.1. binds shop.example.com on port 80, which huaweicloud_apig_group_domain_associate.same.0. already binds on the same gateway`
}

# Silent: each has its own.
resource "huaweicloud_apig_group_domain_associate" "own" {
  count = 2

  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.all[count.index].id
  url_domain  = "shop${count.index}.example.com"
}
