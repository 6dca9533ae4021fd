package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// duplicateName finds two objects with one name where names tell them apart.
var duplicateName = &lint.Rule{
	ID: "DEF011", Name: "duplicate-name", Level: lint.Warning, Cause: lint.Definition,
	Title:   "two objects of one gateway with one name",
	Symptom: "the apply is refused, or nobody can tell the two apart",
	Doc: `Groups, environments and policies are told apart by their names: in the console, in logs, and by those who call
(` + "`X-Stage`" + ` carries the name of an environment). A name that is taken is refused by the cloud, or leads to two objects that nobody
can tell apart. Variables of a group in an environment and orchestration rules of a gateway are the same.

The rule is silent where the name or the gateway is not certain.`,
	Fix:   "removes a block that repeats another one word for word",
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group"},
	Bad: `
resource "huaweicloud_apig_group" "store" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "shop"
}
`,
	Good: `
resource "huaweicloud_apig_group" "store" {
  instance_id = huaweicloud_apig_instance.main.id
  name        = "warehouse"
}
`,
	Check: breaches(definition.Parts(definition.DuplicateNames, definition.Clauses(definition.Duplicate))),
}
