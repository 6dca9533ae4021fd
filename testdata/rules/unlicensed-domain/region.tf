# Silent: the region is not known.
variable "region" {
  type = string
}

resource "huaweicloud_apig_instance" "unset" {
  name                   = "unset"
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "unset" {
  instance_id = huaweicloud_apig_instance.unset.id
  name        = "unset"

  url_domains {
    name = "unset.example.com"
  }
}

resource "huaweicloud_apig_instance" "unknown" {
  region                 = var.region
  name                   = "unknown"
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "unknown" {
  instance_id = huaweicloud_apig_instance.unknown.id
  name        = "unknown"

  url_domains {
    name = "unknown.example.com"
  }
}
