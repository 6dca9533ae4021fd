package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// unknownResourceType finds blocks whose type the provider does not have.
var unknownResourceType = &lint.Rule{
	ID: "DEF001", Name: "unknown-resource-type", Level: lint.Error, Lower: []lint.Level{lint.Note}, Cause: lint.Definition,
	Title:     "a resource type or data source that the provider does not have",
	Symptom:   "the plan fails",
	ByRelease: true,
	Fix:       "writes the type that must have been meant, where nothing refers to the block",
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Check:     definition.UnknownTypes,
}
