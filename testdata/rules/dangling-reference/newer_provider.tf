terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.42.0"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

# Silent: a newer release has the one, and one that is newer than the tables may have the other.
resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = huaweicloud_apig_instance.main.created_at
  description = huaweicloud_apig_instance.main.something_new_of_it
}

resource "huaweicloud_apig_group" "other" {
  instance_id = huaweicloud_apig_instance.main.idd # want `huaweicloud_apig_instance.main.idd` `has no attribute idd`
  name        = "other"
}
