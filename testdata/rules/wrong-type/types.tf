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
  tags = ["a"] # want `["a"]` `tags of huaweicloud_vpc.main takes a map, not a list`
}

resource "huaweicloud_apig_instance" "main" {
  name               = ["main"]             # want `["main"]` `name of huaweicloud_apig_instance.main takes a text, not a list`
  vpc_id             = huaweicloud_vpc.main # want `huaweicloud_vpc.main` `vpc_id of huaweicloud_apig_instance.main takes a text, not a whole resource: one of its attributes is meant, such as id`
  availability_zones = local.zones          # want `local.zones` `availability_zones of .* takes a list, each item a text, not a text`
  bandwidth_size     = 5.5                  # want `5.5` `takes a whole number, not 5.5`
  ipv6_enable        = "yes"                # want `"yes"` `takes true or false, not the text "yes"`
  subnet_id          = 5

  custom_ingress_ports {
    protocol = "HTTP"
    port     = var.port # want `var.port` `custom_ingress_ports.port of .* takes a whole number, not the text "eighty"`
  }

  custom_ingress_ports {
    protocol = "HTTP"
    port     = var.secret # want `var.secret` `takes a whole number, not a text`
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
