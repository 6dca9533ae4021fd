package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// conflictingArguments finds arguments and blocks that do not go together, or only together.
var conflictingArguments = &lint.Rule{
	ID: "DEF007", Name: "conflicting-arguments", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:     "arguments that do not go together",
	Symptom:   "the plan or the apply fails",
	ByRelease: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Check:     definition.Constraints(definition.Conflict),
}
