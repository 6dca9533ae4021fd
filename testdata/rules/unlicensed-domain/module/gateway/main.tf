variable "hosts" {
  type = list(string)
}

resource "huaweicloud_apig_instance" "this" {
  name                   = "this"
  ingress_bandwidth_size = 5
}

resource "huaweicloud_apig_group" "this" {
  instance_id = huaweicloud_apig_instance.this.id
  name        = "this"

  dynamic "url_domains" {
    for_each = var.hosts

    content {
      name = url_domains.value # want `url_domains.value` `module.gateway.huaweicloud_apig_group.this binds the public domain name shop.example.com in cn-south-1, which needs an ICP licence`
    }
  }
}
