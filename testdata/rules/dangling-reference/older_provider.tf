terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.42.0"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

data "huaweicloud_apig_instances" "all" {
  name = "main"
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
  description = huaweicloud_apig_instance.main.created_at # want `huaweicloud_apig_instance.main.created_at` `^huaweicloud_apig_group.shop refers to huaweicloud_apig_instance.main.created_at, but the attribute created_at of huaweicloud_apig_instance came with provider 1.43.0, but this configuration uses 1.42.0: the plan fails$` help `^require huaweicloud >= 1.43.0, or refer to an attribute that it has, such as id$`
}

# Silent: this release has it, and what it lacks altogether is unknown-resource-type.
output "silent" {
  value = [huaweicloud_apig_instance.main.create_time, huaweicloud_apig_appcode.client.id, try(huaweicloud_apig_instance.main.created_at, null)]
}

resource "huaweicloud_apig_appcode" "client" {
  value = "a"
}
