package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// ignoredArgument finds what is accepted and has no effect.
var ignoredArgument = &lint.Rule{
	ID: "DEF012", Name: "ignored-argument", Level: lint.Warning, Cause: lint.Definition,
	Title:   "an argument that is accepted and has no effect",
	Symptom: "none: the argument has no effect",
	Doc: `The provider takes some arguments and then does not send them, or sends another one instead: the address of a
backend where a channel is given too, a second answer for one error, half of a pair that works only whole. Nothing says so,
at no time: not the plan, not the apply, not the next plan. The configuration then reads like something that is not there.`,
	Fix:   "removes an argument that has no effect beside another one, and a block that repeats another one word for word",
	Links: []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_response"},
	Bad: `
resource "huaweicloud_apig_response" "denied" {
  instance_id = huaweicloud_apig_instance.main.id
  group_id    = huaweicloud_apig_group.shop.id
  name        = "denied"

  rule {
    error_type = "ACCESS_DENIED"
    body       = "no"
  }

  rule {
    error_type = "ACCESS_DENIED"
    body       = "still no"
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
	Check: breaches(definition.Clauses(definition.Ignored)),
}
