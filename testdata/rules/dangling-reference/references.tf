variable "name" {
  type = string
}

variable "anything" {}

locals {
  prefix = "shop"
  broken = local.prefx # want `local.prefx` `local.broken refers to local.prefx: no local value prefx is declared in this module, did you mean prefix\?`
}

data "huaweicloud_apig_instances" "all" {
  name = var.nam # want `var.nam` `data.huaweicloud_apig_instances.all refers to var.nam: no variable nam is declared in this module, did you mean name\?`
}

resource "huaweicloud_apig_group" "shop" {
  count = 2

  instance_id = huaweicloud_apig_instance.main.id # want `huaweicloud_apig_instance.main.id` `no such resource is declared in this module$`
  name        = "${local.prefix}-${each.key}"     # want `each.key` `huaweicloud_apig_group.shop refers to each.key: huaweicloud_apig_group.shop has no for_each`
  description = count.index
}

resource "huaweicloud_apig_response" "denied" {
  for_each = toset(["a"])

  instance_id = huaweicloud_apig_instances.all.id        # want `huaweicloud_apig_instances.all.id` `it is a data source: data.huaweicloud_apig_instances.all`
  group_id    = huaweicloud_apig_group.shop.id           # want `huaweicloud_apig_group.shop.id` `it has a count: one of its instances is meant`
  name        = data.huaweicloud_apig_group.shop[0].name # want `data.huaweicloud_apig_group.shop[0].name` `it is a resource, not a data source: huaweicloud_apig_group.shop`

  dynamic "rule" {
    for_each = toset(["ACCESS_DENIED"])
    iterator = it

    content {
      error_type = it.value
      body       = rule.value # want `rule.value` `no such resource is declared`
    }
  }
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  group_id    = huaweicloud_apig_group.shop[count.index].ids # want `huaweicloud_apig_group.shop[count.index].ids` `huaweicloud_apig_group has no attribute ids, did you mean id\?` `count.index` `has no count`
  instance_id = huaweicloud_apig_response.denied["a"].id
  url_domain  = module.names.shop # want `module.names.shop` `no module call names is declared in this module`
}

output "groups" {
  value = huaweicloud_apig_group.shop[*].nme # want `huaweicloud_apig_group.shop[*].nme` `has no attribute nme, did you mean name\?`
}

# Silent: names that an expression brings along, what is tried, what the tables do not know, whole objects and their
# nested parts, and arguments that are no values.
resource "huaweicloud_apig_response" "silent" {
  provider = huaweicloud.other

  instance_id = try(huaweicloud_apig_instance.gone.id, null)
  group_id    = can(var.gone) ? "a" : values(huaweicloud_apig_response.denied)[0].group_id
  name        = join("-", [for thing in ["a"] : thing.name], [for k, v in { a = { id = 1 } } : v.id])

  dynamic "rule" {
    for_each = huaweicloud_apig_response.denied["a"].rule[*].error_type

    content {
      error_type = rule.value
      body       = other_kind.thing.whatever[0].it.has
    }
  }

  lifecycle {
    ignore_changes = [tags, rule]
  }

  provisioner "local-exec" {
    command = "echo ${self.id} ${path.module} ${terraform.workspace}"
  }
}

resource "other_kind" "thing" {
  name = huaweicloud_apig_response.denied["a"][var.anything]
}
