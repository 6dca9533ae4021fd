variable "group" {
  type    = string
  default = null
}

variable "anything" {}

variable "rules" {
  type    = list(string)
  default = []
}

locals {
  nothing = null
}

resource "huaweicloud_apig_response" "plain" { # want `resource "huaweicloud_apig_response" "plain"` `^huaweicloud_apig_response.plain has no group_id and no name, which are required: the plan fails$` help `^set group_id and name$`
  instance_id = "gateway"

  rule { # want `rule` `^rule of huaweicloud_apig_response.plain has no body, which is required: the plan fails$` help `^set body$`
    error_type = "ACCESS_DENIED"
  }
}

resource "huaweicloud_apig_response" "null" { # want `resource "huaweicloud_apig_response" "null"` `^huaweicloud_apig_response.null has no name, which is required: the plan fails$` help `^set name$`
  instance_id = "gateway"
  group_id    = "group"
  name        = local.nothing
}

# Required by the docs alone.
resource "huaweicloud_apig_instance" "nowhere" { # want `resource "huaweicloud_apig_instance" "nowhere"` `^huaweicloud_apig_instance.nowhere has no availability_zones, which is required: the apply fails$` help `^set availability_zones$`
  name              = "nowhere"
  edition           = "BASIC"
  vpc_id            = "vpc"
  subnet_id         = "subnet"
  security_group_id = "group"
}

# Required by the value of another argument.
resource "huaweicloud_apig_certificate" "mine" {
  name        = "mine"
  content     = var.anything
  private_key = var.anything
  type        = "instance" # want `"instance"` `^huaweicloud_apig_certificate.mine has no instance_id, which is required with type = "instance": the apply fails$` help `^set instance_id$`
}

# Silent: nobody knows what these are, and a default of null is there to be filled in.
resource "huaweicloud_apig_response" "unknown" {
  instance_id = var.anything
  group_id    = var.group
  name        = var.anything
}

# Silent: a dynamic block may make the block.
resource "huaweicloud_vpc_eip" "dynamic" {
  dynamic "publicip" {
    for_each = var.rules

    content {
      type = publicip.value
    }
  }

  dynamic "bandwidth" {
    for_each = var.rules

    content {
      share_type = "PER"
      name       = "x"
      size       = 5
    }
  }
}

# Silent: an older spelling stands in for what the docs require.
resource "huaweicloud_apig_instance" "older" {
  name              = "older"
  edition           = "BASIC"
  vpc_id            = "vpc"
  subnet_id         = "subnet"
  security_group_id = "group"
  available_zones   = ["a"]
}

# Silent: the default type needs no gateway.
resource "huaweicloud_apig_certificate" "global" {
  name        = "global"
  content     = var.anything
  private_key = var.anything
}

# A function from an image needs no code_type, and its code may be a file that the cloud has.
resource "huaweicloud_fgs_function" "image" {
  name        = "image"
  memory_size = 512
  runtime     = "Custom Image"
  timeout     = 30
  app         = "default"
  handler     = "-"

  custom_image {
    url = "swr.cn-north-4.myhuaweicloud.com/team/ocr:3"
  }
}

resource "huaweicloud_fgs_function" "zip" {
  name          = "zip"
  memory_size   = 128
  runtime       = "Java11"
  timeout       = 15
  app           = "default"
  handler       = "com.example.Thumbnails.handle"
  code_type     = "zip"
  code_filename = "thumbnails.zip"
}

resource "huaweicloud_fgs_function" "nothing" { # want `resource "huaweicloud_fgs_function" "nothing"` `^huaweicloud_fgs_function.nothing has no code_type, which is required without custom_image: the apply fails$` help `^set code_type$`
  name        = "nothing"
  memory_size = 128
  runtime     = "Java11"
  timeout     = 15
  app         = "default"
  handler     = "com.example.Thumbnails.handle"
}
