resource "huaweicloud_apig_instance" "alone" {
  name               = "shop" # want `"shop"` `huaweicloud_apig_instance.alone keeps its name` help `change the description`
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
}

# The description takes the name along.
resource "huaweicloud_apig_instance" "described" {
  name               = "shop"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
  description        = "of the shop"
}

# Perhaps the group changes, too.
resource "huaweicloud_apig_instance" "grouped" {
  name               = "shop"
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = var.group
  availability_zones = ["az1"]
}

# What the provider sends by another request takes nothing along.
resource "huaweicloud_apig_instance" "ports" {
  name               = "shop" # want `"shop"` `huaweicloud_apig_instance.ports keeps its name`
  edition            = "BASIC"
  vpc_id             = "7cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  subnet_id          = "8cd0a63a-7aaf-4714-93d8-ccabb3158eec"
  security_group_id  = "5d1c2b3a-0000-4111-8222-333344445555"
  availability_zones = ["az1"]
  bandwidth_size     = 5
}

variable "group" {
  type = string
}
