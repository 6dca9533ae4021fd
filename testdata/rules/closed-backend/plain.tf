# Servers behind a gateway, and the security groups that they are in.
variable "anything" {}

variable "subnet_id" {
  type = string
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.1.0.0/16"
}

resource "huaweicloud_vpc_subnet" "gateway" {
  name       = "gateway"
  vpc_id     = huaweicloud_vpc.main.id
  cidr       = "10.1.0.0/24"
  gateway_ip = "10.1.0.1"
}

resource "huaweicloud_networking_secgroup" "gateway" {
  name = "gateway"
}

resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.gateway.id
  security_group_id  = huaweicloud_networking_secgroup.gateway.id
  availability_zones = ["az1"]
}

resource "huaweicloud_apig_group" "shop" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}

# Nothing is let in, by two groups.
resource "huaweicloud_networking_secgroup" "shut" {
  name                 = "shut"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup" "too" {
  name                 = "too"
  delete_default_rules = true
}

resource "huaweicloud_compute_instance" "shut" {
  name      = "shut"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.shut.id, huaweicloud_networking_secgroup.too.id] # want `[huaweicloud_networking_secgroup.shut.id, huaweicloud_networking_secgroup.too.id]` `no security group of huaweicloud_compute_instance.shut \(huaweicloud_networking_secgroup.shut and huaweicloud_networking_secgroup.too\) allows inbound TCP 80 from huaweicloud_apig_instance.main \(10.1.0.0/24\) or 100.125.0.0/16, and huaweicloud_apig_api.shut calls it: calls get APIG.0201`

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "shut" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "shut"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/shut"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.shut.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# Only others are let in, at the port and at another one, and a new group has no rule for the port.
resource "huaweicloud_networking_secgroup" "others" {
  name                 = "others"
  delete_default_rules = false
}

resource "huaweicloud_networking_secgroup_rule" "office" {
  security_group_id = huaweicloud_networking_secgroup.others.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "8080"
  remote_ip_prefix  = "10.9.0.0/16"
}

resource "huaweicloud_networking_secgroup_rule" "secure" {
  security_group_id = huaweicloud_networking_secgroup.others.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "8443"
}

resource "huaweicloud_networking_secgroup_rule" "six" {
  security_group_id = huaweicloud_networking_secgroup.others.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "icmp"
}

resource "huaweicloud_compute_instance" "others" {
  name      = "others"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.others.id] # want `[huaweicloud_networking_secgroup.others.id]` `no security group of huaweicloud_compute_instance.others \(huaweicloud_networking_secgroup.others\) allows inbound TCP 8080 from huaweicloud_apig_instance.main \(10.1.0.0/24\) or 100.125.0.0/16, and huaweicloud_apig_channel.others calls it: calls get APIG.0610`

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_channel" "others" {
  instance_id      = huaweicloud_apig_instance.main.id
  name             = "others"
  port             = 8080
  balance_strategy = 1
  member_type      = "ecs"

  member {
    id     = huaweicloud_compute_instance.others.id
    name   = "others"
    weight = 1
  }
}

# The address is written out, and the group is named.
resource "huaweicloud_networking_secgroup" "fixed" {
  name                 = "fixed"
  delete_default_rules = true
}

resource "huaweicloud_compute_instance" "fixed" {
  name      = "fixed"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_groups = [huaweicloud_networking_secgroup.fixed.name] # want `[huaweicloud_networking_secgroup.fixed.name]` `no security group of huaweicloud_compute_instance.fixed \(huaweicloud_networking_secgroup.fixed\) allows inbound TCP 8080`

  network {
    uuid        = var.subnet_id
    fixed_ip_v4 = "10.1.4.8"
  }
}

resource "huaweicloud_apig_api" "fixed" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "fixed"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/fixed"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "10.1.4.8:8080"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# One group lets the gateway's subnet in, another one the health checks.
resource "huaweicloud_networking_secgroup" "open" {
  name                 = "open"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "open" {
  security_group_id = huaweicloud_networking_secgroup.open.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_ip_prefix  = huaweicloud_vpc.main.cidr
}

resource "huaweicloud_compute_instance" "open" {
  name      = "open"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.shut.id, huaweicloud_networking_secgroup.open.id]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "open" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "open"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/open"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.open.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_networking_secgroup" "checks" {
  name                 = "checks"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "checks" {
  security_group_id = huaweicloud_networking_secgroup.checks.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_ip_prefix  = "100.125.0.0/16"
}

resource "huaweicloud_compute_instance" "checks" {
  name      = "checks"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.checks.id]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "checks" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "checks"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/checks"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.checks.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# Members of the gateway's group are let in, and those of another one are not.
resource "huaweicloud_networking_secgroup" "members" {
  name                 = "members"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "members" {
  security_group_id = huaweicloud_networking_secgroup.members.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_group_id   = huaweicloud_networking_secgroup.gateway.id
}

resource "huaweicloud_compute_instance" "members" {
  name      = "members"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.members.id]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "members" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "members"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/members"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.members.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_networking_secgroup" "strangers" {
  name                 = "strangers"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "strangers" {
  security_group_id = huaweicloud_networking_secgroup.strangers.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_group_id   = huaweicloud_networking_secgroup.shut.id
}

resource "huaweicloud_compute_instance" "strangers" {
  name      = "strangers"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.strangers.id] # want `[huaweicloud_networking_secgroup.strangers.id]` `no security group of huaweicloud_compute_instance.strangers`

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "strangers" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "strangers"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/strangers"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.strangers.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The server is in the gateway's own group, whose members reach each other.
resource "huaweicloud_compute_instance" "same" {
  name      = "same"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.gateway.id]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "same" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "same"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/same"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.same.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# What is let in is not known.
resource "huaweicloud_networking_secgroup" "perhaps" {
  name                 = "perhaps"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "perhaps" {
  security_group_id = huaweicloud_networking_secgroup.perhaps.id
  direction         = "ingress"
  ethertype         = "IPv4"
  remote_ip_prefix  = var.anything
}

resource "huaweicloud_compute_instance" "perhaps" {
  name      = "perhaps"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.perhaps.id]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "perhaps" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "perhaps"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/perhaps"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.perhaps.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

resource "huaweicloud_networking_secgroup" "kept" {
  name                 = "kept"
  delete_default_rules = var.anything
}

resource "huaweicloud_compute_instance" "kept" {
  name      = "kept"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.kept.id]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "kept" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "kept"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/kept"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = "${huaweicloud_compute_instance.kept.access_ip_v4}:22"
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# The groups are not all known.
resource "huaweicloud_compute_instance" "groups" {
  name      = "groups"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.shut.id, var.anything]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "groups" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "groups"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/groups"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.groups.access_ip_v4
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}

# Nobody calls this one.
resource "huaweicloud_compute_instance" "idle" {
  name      = "idle"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.shut.id]

  network {
    uuid = var.subnet_id
  }
}

# Nor is a public address that of the server.
resource "huaweicloud_compute_instance" "public" {
  name      = "public"
  image_id  = "image"
  flavor_id = "s6.large.2"

  security_group_ids = [huaweicloud_networking_secgroup.shut.id]

  network {
    uuid = var.subnet_id
  }
}

resource "huaweicloud_apig_api" "public" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.shop.id
  name                    = "public"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/public"
  security_authentication = "IAM"

  web {
    path             = "/"
    backend_address  = huaweicloud_compute_instance.public.public_ip
    request_method   = "GET"
    request_protocol = "HTTP"
    timeout          = 5000
  }
}
