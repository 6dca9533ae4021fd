# Silent: no API speaks HTTPS.
resource "huaweicloud_apig_group" "plain" {
  name = "plain"

  url_domains {
    name = "plain.example.com"
  }
}

resource "huaweicloud_apig_api" "plain" {
  group_id         = huaweicloud_apig_group.plain.id
  request_protocol = "HTTP"
}

# Silent: no API at all.
resource "huaweicloud_apig_group" "empty" {
  name = "empty"

  url_domains {
    name = "empty.example.com"
  }
}

resource "huaweicloud_apig_group" "rpc" {
  name = "rpc"

  url_domains { # want `url_domains` `huaweicloud_apig_group.rpc serves HTTPS on port 443 for huaweicloud_apig_api.rpc without a certificate` help `bind a certificate to rpc.example.com with a huaweicloud_apig_certificate_batch_domains_associate`
    name = "rpc.example.com"
  }
}

resource "huaweicloud_apig_api" "rpc" {
  group_id         = huaweicloud_apig_group.rpc.id
  request_protocol = "GRPCS"
}

resource "huaweicloud_apig_group" "both" {
  name = "both"

  url_domains { # want `url_domains` `huaweicloud_apig_group.both serves HTTPS on port 443 for huaweicloud_apig_api.both without a certificate` help `bind a certificate to both.example.com with a huaweicloud_apig_certificate_batch_domains_associate`
    name = "both.example.com"
  }
}

resource "huaweicloud_apig_api" "both" {
  group_id         = huaweicloud_apig_group.both.id
  request_protocol = "BOTH"
}
