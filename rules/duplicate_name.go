package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// duplicateName finds two objects with one name where names tell them apart.
var duplicateName = &lint.Rule{
	ID: "DEF011", Name: "duplicate-name", Level: lint.Warning, Cause: lint.Definition,
	Title:   "two objects on one gateway with the same name",
	Symptom: "the apply is refused, or nobody can tell the two apart",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group"},
	Check:   definition.DuplicateNames,
}
