package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// unknownArgument finds arguments and blocks that a resource type does not have.
var unknownArgument = &lint.Rule{
	ID: "DEF002", Name: "unknown-argument", Level: lint.Error, Lower: []lint.Level{lint.Note}, Cause: lint.Definition,
	Title:     "an argument or block that the type does not have",
	Symptom:   "the plan fails",
	ByRelease: true,
	Fix:       "writes the name that must have been meant: it differs in case or in one or two letters, and no other is near",
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Check:     definition.UnknownArguments,
}
