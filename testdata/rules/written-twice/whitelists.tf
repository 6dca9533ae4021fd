variable "unknown" {
  type = string
}

resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

resource "huaweicloud_apig_instance" "other" {
  name = "other"
}

resource "huaweicloud_apig_endpoint_whitelist" "a" {
  instance_id = huaweicloud_apig_instance.main.id
  whitelists  = ["iam:domain::06ba8260740026400f7ac0160ef8eb13"]
}

resource "huaweicloud_apig_endpoint_whitelist" "b" {
  instance_id = huaweicloud_apig_instance.main.id
  whitelists  = ["iam:domain::0970dd7a1300f5672ff2c003c60ae115"] # want `["iam:domain::0970dd7a1300f5672ff2c003c60ae115"]` `huaweicloud_apig_endpoint_whitelist.b and huaweicloud_apig_endpoint_whitelist.a both manage the whitelist of the endpoint service of huaweicloud_apig_instance.main: each apply removes the accounts of the other` help `list all accounts in huaweicloud_apig_endpoint_whitelist.a`
}

# Silent: another gateway, or accounts that may be the same.
resource "huaweicloud_apig_endpoint_whitelist" "other" {
  instance_id = huaweicloud_apig_instance.other.id
  whitelists  = ["iam:domain::0970dd7a1300f5672ff2c003c60ae115"]
}

resource "huaweicloud_apig_endpoint_whitelist" "unknown" {
  instance_id = huaweicloud_apig_instance.other.id
  whitelists  = ["iam:domain::${var.unknown}"]
}
