variable "rules" {
  type = list(string)
}

resource "huaweicloud_apig_response" "denied" {
  instance_id = "gateway"
  group_id    = "group"
  nam         = "denied" # want `nam` `^huaweicloud_apig_response.denied has no argument nam \(did you mean name\?\): the plan fails$` help `^rename it to name$`
  created_at  = "today"  # want `created_at` `created_at of huaweicloud_apig_response.denied is read-only`

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
    code       = 403 # want `code` `rule of huaweicloud_apig_response.denied has no argument code`

    header { # want `header` `^rule of huaweicloud_apig_response.denied has no block header \(did you mean headers\?\): the plan fails$` help `^rename it to headers$`
      key   = "x"
      value = "y"
    }
  }

  timeouts { # want `timeouts` `has no block timeouts`
    create = "5m"
  }
}

# A block as an argument, and an argument as a block.
resource "huaweicloud_apig_response" "confused" {
  instance_id = "gateway"
  group_id    = "group"
  name        = "confused"

  rule = [] # want `rule` `^rule is a block of huaweicloud_apig_response.confused, but is written as an argument: the plan fails$` help `^write it as a block, without an equals sign: rule \{ … \}$`
}

resource "huaweicloud_vpc" "confused" {
  name = "confused"
  cidr = "10.0.0.0/16"

  tags { # want `tags` `^tags is an argument of huaweicloud_vpc.confused, but is written as a block: the plan fails$` help `^write it as an argument: tags = …$`
    owner = "team"
  }

  timeouts {
    create = "5m"
    update = "5m" # want `update` `has no timeout for update`
  }
}

resource "huaweicloud_apig_response" "dynamic" {
  for_each = toset(["a"])

  instance_id = "gateway"
  group_id    = "group"
  name        = each.key

  dynamic "rule" {
    for_each = ["ACCESS_DENIED"]

    content {
      error_type = rule.value
      body       = "no"
      status     = 403 # want `status` `rule of huaweicloud_apig_response.dynamic\["a"\] has no argument status`
    }
  }
}

# Silent: what every resource has, what dynamic blocks bring along, and blocks whose inside is not listed.
resource "huaweicloud_apig_instance" "whole" {
  count = 1

  name               = "whole"
  edition            = "BASIC"
  vpc_id             = "vpc"
  subnet_id          = "subnet"
  security_group_id  = "group"
  availability_zones = ["a"]
  depends_on         = [huaweicloud_vpc.confused]

  dynamic "custom_ingress_ports" {
    for_each = var.rules
    iterator = it

    content {
      protocol = "HTTP"
      port     = it.value
    }
  }

  lifecycle {
    ignore_changes = [tags]
  }

  provisioner "local-exec" {
    command = "true"
  }

  timeouts {
    create = "40m"
  }
}

resource "huaweicloud_compute_instance" "member" {
  name              = "member"
  availability_zone = "a"
  image_id          = "image"
  flavor_id         = "flavor"

  network {
    uuid     = "subnet"
    whatever = true # want `whatever` `has no argument whatever` help `^remove whatever$`
  }
}

data "huaweicloud_apig_instances" "all" {
  id  = "all" # want `id` `^id of data.huaweicloud_apig_instances.all is read-only, but is set: the plan fails$` help `^remove id$`
  nme = "all" # want `nme` `^data.huaweicloud_apig_instances.all has no argument nme \(did you mean name\?\): the plan fails$` help `^rename it to name$`
}

# What other clouds, and the older gateway, call it.
resource "huaweicloud_apig_custom_authorizer" "other" {
  name       = "other"
  identities = ["Authorization"] # want `identities` `has no argument identities \(did you mean the block identity\?\): the plan fails$` help `^write it as a block: identity { … }$`
}

resource "huaweicloud_apig_api" "other" {
  name      = "other"
  auth_type = "IAM" # want `auth_type` `has no argument auth_type \(did you mean security_authentication\?\)`
  pace      = "a"   # want `pace` `^huaweicloud_apig_api.other has no argument pace: the plan fails$` help `^remove pace$`
}
