# A dynamic block over what is certainly empty makes no block.
variable "sizes" {
  default = []
}

variable "anything" {}

locals {
  sizes   = []
  public  = length(local.sizes) > 0
  regions = { a = [], b = [5] }
}

resource "huaweicloud_vpc_eip" "none" { # want `resource "huaweicloud_vpc_eip" "none"` `^huaweicloud_vpc_eip.none has no bandwidth, which is required: the plan fails$` help `^set bandwidth$`
  publicip {
    type = "5_bgp"
  }

  dynamic "bandwidth" {
    for_each = local.sizes

    content {
      share_type = "PER"
      name       = "x"
      size       = bandwidth.value
    }
  }

  dynamic "bandwidth" {
    for_each = local.public ? [5] : []

    content {
      share_type = "PER"
      name       = "x"
      size       = bandwidth.value
    }
  }
}

resource "huaweicloud_vpc_eip" "each" { # want `resource "huaweicloud_vpc_eip" "each"` `^huaweicloud_vpc_eip.each\["a"\] has no bandwidth`
  for_each = local.regions

  publicip {
    type = "5_bgp"
  }

  dynamic "bandwidth" {
    for_each = each.value

    content {
      share_type = "PER"
      name       = "x"
      size       = bandwidth.value
    }
  }
}

# Silent: an input may be filled in, and another dynamic block may make one.
resource "huaweicloud_vpc_eip" "input" {
  publicip {
    type = "5_bgp"
  }

  dynamic "bandwidth" {
    for_each = var.sizes

    content {
      share_type = "PER"
      name       = "x"
      size       = bandwidth.value
    }
  }

  dynamic "bandwidth" {
    for_each = local.sizes

    content {
      share_type = "PER"
      name       = "x"
      size       = bandwidth.value
    }
  }
}

resource "huaweicloud_vpc_eip" "unknown" {
  publicip {
    type = "5_bgp"
  }

  dynamic "bandwidth" {
    for_each = local.sizes

    content {
      share_type = "PER"
      name       = "x"
      size       = bandwidth.value
    }
  }

  dynamic "bandwidth" {
    for_each = var.anything

    content {
      share_type = "PER"
      name       = "x"
      size       = bandwidth.value
    }
  }
}
