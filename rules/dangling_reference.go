package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// danglingReference finds references that lead to nothing.
var danglingReference = &lint.Rule{
	ID: "DEF009", Name: "dangling-reference", Level: lint.Error, Cause: lint.Definition,
	Title:   "a reference to something that is not declared",
	Symptom: "the plan fails",
	Doc: `A reference names what its module declares: a variable, a local value, a resource, a module's output, an attribute.
One that leads to nothing stops the plan, and until then it hides what it was meant to connect: an API whose
` + "`group_id`" + ` refers to a group that is no longer there belongs to no group.

The rule looks into the modules that declare something of the gateway, and into those that call them. The rule is silent inside
` + "`try` and `can`" + `, where a file of the module could not be read, and about the outputs of a module that could not be
loaded.`,
	Links: []string{"https://developer.hashicorp.com/terraform/language/expressions/references"},
	Bad: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.store.id
  name        = "denied"
}
`,
	Good: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"
}
`,
	Check: breaches(definition.DanglingReferences),
}
