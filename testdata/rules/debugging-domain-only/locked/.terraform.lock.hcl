provider "registry.terraform.io/hashicorp/random" {
  version = "3.6.0"
}

provider "registry.terraform.io/huaweicloud/huaweicloud" {
  version     = "1.65.0"
  constraints = ">= 1.40.0"
}
