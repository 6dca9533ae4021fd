package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// invalidValue finds values that the provider or the service does not take.
var invalidValue = &lint.Rule{
	ID: "DEF005", Name: "invalid-value", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:   "a value that is not accepted",
	Symptom: "the plan or the apply fails, or another value takes effect",
	Doc: `Many arguments take one of a few values, or a text of a certain form. The provider checks the fewest of them:
` + "`type = \"Pubic\"`" + ` passes ` + "`terraform validate`" + ` and ` + "`terraform plan`" + `, and then makes the API a private one, because all that
is not ` + "`Public`" + ` means ` + "`Private`" + `. Most other such values are refused by the cloud in the middle of an apply.

The rule is silent where the documentation says that there are more values than it lists, and about values that the provider's own
tests use. A rule of its own judges the names of domains and the entries of access control policies.`,
	Fix:   "writes the value that must have been meant: it differs in case or in one or two letters, and no other is near",
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Bad: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type = "ACCES_DENIED"
    body       = "no"
  }
}
`,
	Good: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
  }
}
`,
	Check: breaches(definition.Parts(definition.InvalidValues, definition.Clauses(definition.Invalid))),
}
