resource "huaweicloud_apig_group_domain_associate" "shop" { # want `"huaweicloud_apig_group_domain_associate"` `module.inner.huaweicloud_apig_group_domain_associate.shop has the type huaweicloud_apig_group_domain_associate, which came with provider 1.73.4`
  instance_id = "i"
  group_id    = "g"
  url_domain  = "shop.example.com"
}

resource "huaweicloud_apig_invented" "any" { # want `"huaweicloud_apig_invented"` `module.inner.huaweicloud_apig_invented.any has the type huaweicloud_apig_invented`
  instance_id = "i"
}
