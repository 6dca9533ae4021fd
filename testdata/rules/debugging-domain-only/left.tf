# Silent: others bind its domains once the group is made.
resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "left" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "left"
  domain_access_enabled = true

  lifecycle {
    ignore_changes = [url_domains]
  }
}

resource "huaweicloud_apig_api" "left" {
  group_id = huaweicloud_apig_group.left.id
}
