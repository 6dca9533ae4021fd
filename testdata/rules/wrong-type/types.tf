variable "port" {
  type    = string
  default = "eighty"
}

variable "anything" {}

variable "secret" {
  default   = "not a number"
  sensitive = true
}

locals {
  zones = "cn-north-4a"
}

resource "huaweicloud_vpc" "main" {
  name = "main"
  cidr = "10.0.0.0/16"
  tags = ["a"] # want `["a"]` `^tags of huaweicloud_vpc.main must be a map of strings, but is a list: the plan fails$` help `^set tags to a map of strings$`
}

resource "huaweicloud_apig_instance" "main" {
  name               = ["main"]             # want `["main"]` `^name of huaweicloud_apig_instance.main must be a string, but is a list: the plan fails$` help `^set name to a string$`
  vpc_id             = huaweicloud_vpc.main # want `huaweicloud_vpc.main` `^vpc_id of huaweicloud_apig_instance.main must be a string, but is a whole resource: the plan fails$` help `^use one of its attributes in vpc_id, such as id$`
  availability_zones = local.zones          # want `local.zones` `^availability_zones of huaweicloud_apig_instance.main must be a list of strings, but is a string: the plan fails$` help `^set availability_zones to a list of strings$`
  bandwidth_size     = 5.5                  # want `5.5` `^bandwidth_size of huaweicloud_apig_instance.main must be a whole number, but is 5.5: the plan fails$` help `^set bandwidth_size to a whole number$`
  ipv6_enable        = "yes"                # want `"yes"` `^ipv6_enable of huaweicloud_apig_instance.main must be a bool, but is the string "yes": the plan fails$` help `^set ipv6_enable to a bool$`
  subnet_id          = 5

  custom_ingress_ports {
    protocol = "HTTP"
    port     = var.port # want `var.port` `^custom_ingress_ports.port of huaweicloud_apig_instance.main must be a number, but is the string "eighty": the plan fails$` help `^set custom_ingress_ports.port to a number$`
  }

  custom_ingress_ports {
    protocol = "HTTP"
    port     = var.secret # want `var.secret` `^custom_ingress_ports.port of huaweicloud_apig_instance.main must be a number, but is a string: the plan fails$` help `^set custom_ingress_ports.port to a number$`
  }
}

# Silent: a number is a text where one is wanted, and the reverse; nobody knows the rest.
resource "huaweicloud_apig_response" "fine" {
  instance_id = 12
  group_id    = var.anything
  name        = null

  rule {
    error_type  = true
    body        = other_thing.somewhere
    status_code = "403"
  }
}

variable "group" {
  type    = string
  default = null
}

locals {
  group_ids = { edge = "sg-1", inner = null }
}

resource "huaweicloud_vpc_subnet" "nulls" {
  name       = "nulls"
  cidr       = "10.0.0.0/24"
  gateway_ip = "10.0.0.1"
  vpc_id     = huaweicloud_vpc.main.id
  dns_list   = ["10.0.0.2", null] # want `null` `^dns_list of huaweicloud_vpc_subnet.nulls has an element that is null: the plan fails$` help `^leave out of dns_list what is null$`
}

resource "huaweicloud_compute_instance" "nulls" {
  name               = "nulls"
  security_group_ids = [for id in values(local.group_ids) : id] # want `[for id in values(local.group_ids) : id]` `has an element that is null: the plan fails$`

  network {
    uuid = "subnet"
  }
}

# Silent: nulls are left out, a map takes them, and an input is there to be filled in.
resource "huaweicloud_compute_instance" "fine" {
  name               = "fine"
  security_group_ids = compact(values(local.group_ids))
  security_groups    = [var.group]
  tags               = { owner = null }

  network {
    uuid = "subnet"
  }
}
