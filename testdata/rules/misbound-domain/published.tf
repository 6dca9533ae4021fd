# Silent: the group with the domain has published APIs as well.
resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_group" "all" {
  count = 2

  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "group${count.index}"
  domain_access_enabled = true
}

resource "huaweicloud_apig_group_domain_associate" "first" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.all[0].id
  url_domain  = "first.example.com"
}

resource "huaweicloud_apig_api" "all" {
  count = 2

  group_id = huaweicloud_apig_group.all[count.index].id
}

resource "huaweicloud_apig_api_publishment" "all" {
  count = 2

  api_id = huaweicloud_apig_api.all[count.index].id
  env_id = "DEFAULT_ENVIRONMENT_RELEASE_ID"
}
