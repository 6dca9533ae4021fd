variable "name" {
  type = string
}

variable "anything" {}

locals {
  prefix = "shop"
  broken = local.prefx # want `local.prefx` `^local.broken refers to local.prefx, but this module has no local value prefx: the plan fails$` help `^refer to local.prefix$`
}

data "huaweicloud_apig_instances" "all" {
  name = var.nam # want `var.nam` `^data.huaweicloud_apig_instances.all refers to var.nam, but this module has no variable nam: the plan fails$` help `^refer to var.name$`
}

resource "huaweicloud_apig_group" "shop" {
  count = 2

  instance_id = huaweicloud_apig_instance.main.id # want `huaweicloud_apig_instance.main.id` `^huaweicloud_apig_group.shop refers to huaweicloud_apig_instance.main.id, but this module has no such resource: the plan fails$` help `^declare huaweicloud_apig_instance.main$`
  name        = "${local.prefix}-${each.key}"     # want `each.key` `^huaweicloud_apig_group.shop refers to each.key, but huaweicloud_apig_group.shop has no for_each: the plan fails$` help `^add a for_each to huaweicloud_apig_group.shop, or remove each.key$`
  description = count.index
}

resource "huaweicloud_apig_response" "denied" {
  for_each = toset(["a"])

  instance_id = huaweicloud_apig_instances.all.id        # want `huaweicloud_apig_instances.all.id` `^huaweicloud_apig_response.denied refers to huaweicloud_apig_instances.all.id, but that is a data source: the plan fails$` help `^refer to data.huaweicloud_apig_instances.all$`
  group_id    = huaweicloud_apig_group.shop.id           # want `huaweicloud_apig_group.shop.id` `^huaweicloud_apig_response.denied refers to huaweicloud_apig_group.shop.id, but it has a count: the plan fails$` help `^refer to one of its instances, such as huaweicloud_apig_group.shop\[0\]$`
  name        = data.huaweicloud_apig_group.shop[0].name # want `data.huaweicloud_apig_group.shop[0].name` `^huaweicloud_apig_response.denied refers to data.huaweicloud_apig_group.shop\[0\].name, but that is a resource, not a data source: the plan fails$` help `^refer to huaweicloud_apig_group.shop$`

  dynamic "rule" {
    for_each = toset(["ACCESS_DENIED"])
    iterator = it

    content {
      error_type = it.value
      body       = rule.value # want `rule.value` `^huaweicloud_apig_response.denied refers to rule.value, but this module has no such resource: the plan fails$` help `^declare rule.value$`
    }
  }
}

resource "huaweicloud_apig_group_domain_associate" "shop" {
  group_id    = huaweicloud_apig_group.shop[count.index].ids # want `huaweicloud_apig_group.shop[count.index].ids` `^huaweicloud_apig_group_domain_associate.shop refers to huaweicloud_apig_group.shop\[…\].ids, but huaweicloud_apig_group has no attribute ids: the plan fails$` help `^refer to huaweicloud_apig_group.shop.id$` `count.index` `has no count`
  instance_id = huaweicloud_apig_response.denied["a"].id
  url_domain  = module.names.shop # want `module.names.shop` `^huaweicloud_apig_group_domain_associate.shop refers to module.names.shop, but this module has no module call names: the plan fails$` help `^declare the module call names$`
}

output "groups" {
  value = huaweicloud_apig_group.shop[*].nme # want `huaweicloud_apig_group.shop[*].nme` `^output.groups refers to huaweicloud_apig_group.shop\[\*\].nme, but huaweicloud_apig_group has no attribute nme: the plan fails$` help `^refer to huaweicloud_apig_group.shop.name$`
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
