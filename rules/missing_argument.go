package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// missingArgument finds arguments and blocks that are required and not there.
var missingArgument = &lint.Rule{
	ID: "DEF003", Name: "missing-argument", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:     "an argument or block that is required and missing",
	Symptom:   "the plan or the apply fails",
	ByRelease: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Check:     definition.MissingArguments,
}
