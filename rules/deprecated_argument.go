package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// deprecatedArgument finds arguments and resource types that something newer takes the place of.
var deprecatedArgument = &lint.Rule{
	ID: "DEF008", Name: "deprecated-argument", Level: lint.Warning, Cause: lint.Definition,
	Title:     "a deprecated argument or resource type",
	Symptom:   "none, until a newer provider refuses it",
	ByRelease: true,
	Fix:       "renames an argument, where the newer one means the same and an apply changes nothing by it",
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Check:     definition.Deprecated,
}
