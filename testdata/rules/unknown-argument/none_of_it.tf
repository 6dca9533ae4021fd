# Terraform holds a block to the provider's schema, however many instances there are of it.
terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "~> 1.62.1"
    }
  }
}

resource "huaweicloud_apig_group" "none" {
  count                 = 0
  instance_id           = "i"
  name                  = "none"
  domain_access_enabled = true # want `domain_access_enabled` `^domain_access_enabled of huaweicloud_apig_group.none came with provider 1.64.2`
  stage                 = "a"  # want `stage` `huaweicloud_apig_group.none has no argument stage`
}

# A dynamic block that makes nothing is asked for its type, and not for what it would make.
resource "huaweicloud_apig_group" "shop" {
  instance_id = "i"
  name        = "shop"

  dynamic "stages" { # want `dynamic "stages"` `huaweicloud_apig_group.shop has no block stages`
    for_each = []
    content {
    }
  }

  dynamic "url_domains" { # want `dynamic "url_domains"` `url_domains of huaweicloud_apig_group.shop came with provider 1.63.0`
    for_each = var.domains
    content {
      name = url_domains.value
    }
  }

  # Silent: it makes nothing.
  dynamic "environment" {
    for_each = []
    content {
      stage = "a"
    }
  }
}

variable "domains" {
  type = list(string)
}
