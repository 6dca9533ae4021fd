package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// newerRelease finds what some of the allowed releases of the provider lack.
var newerRelease = &lint.Rule{
	ID: "DEF018", Name: "newer-release", Level: lint.Warning, Lower: []lint.Level{lint.Note}, Cause: lint.Definition,
	Title:     "a type or an argument that some allowed releases of the provider lack",
	Symptom:   "the plan fails with an older release",
	ByRelease: true,
	Elsewhere: true,
	Links:     []string{"https://developer.hashicorp.com/terraform/language/expressions/version-constraints"},
	Check:     definition.NewerReleases,
}
