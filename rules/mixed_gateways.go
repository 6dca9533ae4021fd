package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules/definition"
)

// mixedGateways finds objects that join parts of two gateways.
var mixedGateways = &lint.Rule{
	ID: "DEF010", Name: "mixed-gateways", Level: lint.Error, Cause: lint.Definition,
	Title:   "a resource that refers to two gateways",
	Symptom: "the apply is refused",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check:   definition.MixedGateways,
}
