provider "registry.terraform.io/huaweicloud/huaweicloud" {
  version = "1.62.1"
}
