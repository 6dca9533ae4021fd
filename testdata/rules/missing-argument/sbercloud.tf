# A sister provider: what the code requires.
resource "sbercloud_apig_environment" "beta" { # want `resource "sbercloud_apig_environment" "beta"` `^sbercloud_apig_environment.beta has no name, which is required: the plan fails$` help `^set name$`
  instance_id = "gateway"
}

# What only the documentation of the other cloud requires: the zones of a gateway.
resource "sbercloud_apig_instance" "main" {
  name              = "main"
  edition           = "BASIC"
  vpc_id            = "vpc"
  subnet_id         = "subnet"
  security_group_id = "group"
}
