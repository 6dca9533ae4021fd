package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// refusedUpdate finds edits of what the provider does not let be changed.
var refusedUpdate = &lint.Rule{
	ID: "DEF015", Name: "refused-update", Level: lint.Error, Cause: lint.Definition,
	Title:     "an edit of an argument that the provider refuses to change",
	Symptom:   "the plan fails",
	ByRelease: true,
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Changes:   true,
	Check:     definition.RefusedUpdates,
}
