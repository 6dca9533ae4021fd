variable "group_id" {}

resource "huaweicloud_apig_group" "shop" {}

# Silent: another API may be in this group, and may be the one that answers.
resource "huaweicloud_apig_api" "put" {
  group_id       = huaweicloud_apig_group.shop.id
  request_method = "PUT"
  request_path   = "/orders"
  cors           = true
}

resource "huaweicloud_apig_api" "preflight" {
  group_id       = var.group_id
  request_method = "OPTIONS"
  request_path   = "/orders"
}

# Silent: so may one of a group that is not declared here.
resource "huaweicloud_apig_api" "elsewhere" {
  group_id       = "0f8a6f1b3c9d4e5f"
  request_method = "PUT"
  request_path   = "/orders"
  cors           = true
}
