# Terraform validates a module that is called with count = 0 like any other.
terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = "~> 1.62.1"
    }
  }
}

module "inner" {
  source = "./inner"
  count  = 0
}
