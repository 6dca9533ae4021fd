# A sister provider: its resources are made by the same code, so the arguments are the same.
resource "sbercloud_apig_response" "denied" {
  instance_id = "gateway"
  group_id    = "group"
  nam         = "denied" # want `nam` `^sbercloud_apig_response.denied has no argument nam \(did you mean name\?\): the plan fails$` help `^rename it to name$`

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
  }
}

# An argument that is newer than the code that the sister had may be there by now.
resource "sbercloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = "vpc"
  subnet_id          = "subnet"
  security_group_id  = "group"
  availability_zones = ["zone"]
  elb_ids            = ["elb"]
}

# It had no such type, and nobody knows what the type is like that it may have by now.
resource "sbercloud_apig_channel_member" "main" {
  anything = "goes"
}

# What its data sources are like is not known either.
data "sbercloud_apig_groups" "all" {
  anything = "goes"
}
