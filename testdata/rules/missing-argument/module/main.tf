variable "on" {}

module "responses" {
  source   = "./responses"
  for_each = { denied = "group", nowhere = null }

  group = each.value
  on    = var.on
}
