package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/facts"
)

// unknownResourceType finds blocks whose type the provider does not have.
var unknownResourceType = &lint.Rule{
	ID: "DEF001", Name: "unknown-resource-type", Level: lint.Error, Cause: lint.Definition,
	Title:   "a resource type of the gateway that the provider does not have",
	Symptom: "the plan fails",
	Files:   texts,
	Fix:     "writes the type that must have been meant, where nothing refers to the block",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs"},
	Check: func(p *lint.Pass) {
		for _, s := range p.Strangers {
			if !strings.Contains(s.Type, "_apig_") {
				continue
			}
			noun, types, others := "resource type", facts.ResourceTypes(), facts.DataTypes()
			if s.Data {
				noun, types, others = "data source", others, types
			}
			message := fmt.Sprintf("%s: the provider has no %s %s", s.Address, noun, s.Type)
			switch near := spelling.Nearest(s.Type, types); {
			case slices.Contains(others, s.Type) && s.Data:
				message += ": there is a resource of that name"
			case slices.Contains(others, s.Type):
				message += ": there is a data source of that name"
			case near != "":
				message += ": did you mean " + near + "?"
			}
			f := p.Reportf(address(s.Address), lint.At(s.Range), "%s", message)
			if meant := spelling.Certain(s.Type, types); meant != "" && !slices.Contains(others, s.Type) {
				f.Mend(s.Retype(meant), "writes %q", meant)
			}
		}
	},
}

// address is a subject that is no resource of the configuration.
type address string

func (a address) String() string { return string(a) }
