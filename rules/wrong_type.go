package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// wrongType finds values that cannot become what their argument takes.
var wrongType = &lint.Rule{
	ID: "DEF004", Name: "wrong-type", Level: lint.Error, Cause: lint.Definition,
	Title:   "a value of the wrong type",
	Symptom: "the plan fails",
	Links:   []string{"https://developer.hashicorp.com/terraform/language/expressions/type-constraints"},
	Check:   definition.WrongTypes,
}
