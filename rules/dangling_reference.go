package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// danglingReference finds references that lead to nothing.
var danglingReference = &lint.Rule{
	ID: "DEF009", Name: "dangling-reference", Level: lint.Error, Cause: lint.Definition,
	Title:     "a reference to something that is not declared",
	Symptom:   "the plan fails",
	ByRelease: true,
	Links:     []string{"https://developer.hashicorp.com/terraform/language/expressions/references"},
	Check:     definition.DanglingReferences,
}
