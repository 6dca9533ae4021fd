terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "1.64.4"
    }
  }
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}
