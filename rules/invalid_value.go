package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// invalidValue finds values that the provider or the service does not take.
var invalidValue = &lint.Rule{
	ID: "DEF005", Name: "invalid-value", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:     "a value that is not accepted",
	Symptom:   "the plan or the apply fails, or another value takes effect",
	ByRelease: true,
	Fix:       "writes the value that must have been meant: it differs in case or in one or two letters, and no other is near",
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Check:     definition.InvalidValues,
}
