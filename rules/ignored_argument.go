package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// ignoredArgument finds what is accepted and has no effect.
var ignoredArgument = &lint.Rule{
	ID: "DEF012", Name: "ignored-argument", Level: lint.Warning, Cause: lint.Definition,
	Title:     "an argument that is accepted and has no effect",
	Symptom:   "none: the argument has no effect",
	ByRelease: true,
	Fix:       "removes an argument that has no effect beside another one",
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_response"},
	Check:     definition.Constraints(definition.Ignored),
}
