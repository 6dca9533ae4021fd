provider "registry.terraform.io/huaweicloud/huaweicloud" {
  version     = "1.70.0"
  constraints = ">= 1.57.0"
}
