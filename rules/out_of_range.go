package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// outOfRange finds numbers, lengths and counts outside their limits.
var outOfRange = &lint.Rule{
	ID: "DEF006", Name: "out-of-range", Level: lint.Error, Lower: []lint.Level{lint.Warning}, Cause: lint.Definition,
	Title:     "a number, length or count outside its limits",
	Symptom:   "the plan or the apply fails",
	Fix:       "exchanges a minimum and a maximum that are written the wrong way round",
	Links:     []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	ByRelease: true,
	Check:     definition.OutOfRange,
}
