package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// wrongType finds values that cannot become what their argument takes.
var wrongType = &lint.Rule{
	ID: "DEF004", Name: "wrong-type", Level: lint.Error, Cause: lint.Definition,
	Title:   "a value of the wrong type",
	Symptom: "the plan fails",
	Doc: `Terraform converts where it can: ` + "`\"5\"`" + ` is a number where one is wanted, ` + "`true`" + ` a text. What cannot be converted
stops the plan: a word where a number is wanted, a list where a single value is, a whole resource where its ` + "`id`" + ` is
meant.

The rule is silent where the type is not certain: a variable without a type and a value, another provider's resource.`,
	Links: []string{"https://developer.hashicorp.com/terraform/language/expressions/type-constraints"},
	Bad: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type  = "ACCESS_DENIED"
    body        = "no"
    status_code = "forbidden"
  }
}
`,
	Good: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type  = "ACCESS_DENIED"
    body        = "no"
    status_code = 403
  }
}
`,
	Check: breaches(definition.WrongTypes),
}
