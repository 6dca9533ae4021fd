resource "huaweicloud_apig_group" "shop" {
  name = "shop"
}

resource "huaweicloud_apig_application" "app" {
  name = "app"
}

resource "huaweicloud_fgs_trigger" "app" { # want `resource "huaweicloud_fgs_trigger" "app"` `uses APP authentication, but no app is authorized to call it in TEST` help `^set the authentication of huaweicloud_fgs_trigger.app to "IAM"`
  type = "DEDICATEDGATEWAY"
  apig {
    group_id                = huaweicloud_apig_group.shop.id
    api_name                = "app"
    env_name                = "TEST"
    security_authentication = "APP"
  }
}
