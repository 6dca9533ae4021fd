package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// missingArgument finds arguments and blocks that are required and not there.
var missingArgument = &lint.Rule{
	ID: "DEF003", Name: "missing-argument", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:   "an argument or block that is required and missing",
	Symptom: "the plan or the apply fails",
	Doc: `Three things require an argument: the provider's schema, its documentation where the schema leaves it open, and the
value of another argument (` + "`type = \"instance\"`" + ` of a certificate needs ` + "`instance_id`" + `). Only the first is found by
` + "`terraform validate`" + `; the others come back from the cloud as an error in the middle of an apply.

An argument whose value is not known counts as given, and so does a block that a dynamic block over something unknown may
make. A requirement that is concluded from the docs, and not stated there, is a warning.`,
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Bad: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
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
	Check: breaches(definition.Parts(definition.MissingArguments, definition.Clauses(definition.Missing))),
}
