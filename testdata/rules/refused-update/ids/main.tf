variable "api_id" {
  type = string
}

resource "huaweicloud_apig_appcode" "client" {
  instance_id    = "8b5c7d0e1f2a3b4c5d6e7f8091a2b3c4" # want `"8b5c7d0e1f2a3b4c5d6e7f8091a2b3c4"` `instance_id of huaweicloud_apig_appcode.client changes`
  application_id = var.api_id
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  instance_id = "9b5c7d0e1f2a3b4c5d6e7f8091a2b3c4"
  group_id    = "1b5c7d0e1f2a3b4c5d6e7f8091a2b3c4"
  url_domain  = "www.example.com" # want `"www.example.com"` `url_domain of huaweicloud_apig_group_domain_associate.shop changes`
}
