variable "network" {
  type = object({ vpc_id = string, subnet_id = string })
}

# Commands that are run may open the port.
resource "huaweicloud_apig_instance" "main" {
  name               = "main"
  edition            = "BASIC"
  vpc_id             = var.network.vpc_id
  subnet_id          = var.network.subnet_id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["az1"]
}

resource "huaweicloud_networking_secgroup" "main" {
  name                 = "main"
  delete_default_rules = true
}

resource "huaweicloud_apig_group" "main" {
  instance_id           = huaweicloud_apig_instance.main.id
  name                  = "main"
  domain_access_enabled = true
}

resource "huaweicloud_apig_api" "main" {
  instance_id             = huaweicloud_apig_instance.main.id
  group_id                = huaweicloud_apig_group.main.id
  name                    = "main"
  type                    = "Public"
  request_protocol        = "HTTPS"
  request_method          = "GET"
  request_path            = "/main"
  security_authentication = "IAM"

  mock {
    response = "ok"
  }
}

resource "terraform_data" "open" {
  provisioner "local-exec" {
    command = "./open.sh"
  }
}
