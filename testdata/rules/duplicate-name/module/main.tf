resource "huaweicloud_apig_instance" "main" {
  name = "main"
}

module "first" {
  source  = "./group"
  gateway = huaweicloud_apig_instance.main.id
}

module "second" {
  source  = "./group"
  gateway = huaweicloud_apig_instance.main.id
}
