package definition

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/facts"
)

// UnknownTypes finds resource types and data sources of the gateway that the provider does not have.
func UnknownTypes(p *lint.Pass) {
	for _, s := range p.Strangers {
		if _, ok := ofGatewayName(s.Type); !ok {
			continue
		}
		noun, types, others := "resource type", facts.ResourceTypes(), facts.DataTypes()
		if s.Data {
			noun, types, others = "data source", others, types
		}
		nearest := typeMeant(s.Type, types)
		f := p.Reportf(address(s.Address), lint.At(s.Range), "%s has the type %s, and the provider has no such %s%s: the plan fails",
			s.Address, s.Type, noun, didYouMean("", nearest))
		declared := slices.Contains(others, s.Type)
		kind := map[bool]string{true: "a resource", false: "a data source"}[s.Data]
		switch {
		case declared && nearest != "":
			f.Remedyf("use %s, or declare it as %s", nearest, kind)
		case declared:
			f.Remedyf("declare it as %s", kind)
		case nearest != "":
			f.Remedyf("use %s", nearest)
		default:
			f.Remedyf("remove %s, or ignore this if a newer provider has the type", s.Address)
		}
		if meant := spelling.Certain(s.Type, types); meant != "" && !declared {
			f.Mend(s.Retype(meant), "writes %q", meant)
		}
	}
}

// address is a subject that is no resource of the configuration.
type address string

func (a address) String() string { return string(a) }
