package definition

import (
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// UnknownTypes finds resource types and data sources that the provider does not have: names of the gateway that the tables do
// not know, and what came later than the provider's release.
func UnknownTypes(p *lint.Pass) {
	switch {
	case len(p.Strangers)+len(p.Unmade) > 0:
	case p.Planned:
		p.Idle(takenByProvider)
	default:
		judges(p, noResource, everything)
	}
	newerTypes(p)
	for _, s := range p.Strangers {
		if _, ok := ofGatewayName(s.Type); !ok {
			continue
		}
		noun, types, others := "resource type", facts.ResourceTypes(), facts.DataTypes()
		if s.Data {
			noun, types, others = "data source", others, types
		}
		nearest := typeMeant(s.Type, types)
		if nearest == "" && s.Provider.MayBeNewer() {
			p.ReportLevelf(lint.Note, address(s.Address), lint.At(s.Range), "%s has the type %s, and no such %s is in provider %s, the newest known release, but %s allows a newer release",
				s.Address, s.Type, noun, facts.Version(), s.Provider).Remedyf("look up %s in the documentation of the provider's release", s.Type)
			continue
		}
		declared := slices.Contains(others, s.Type)
		f := p.Reportf(address(s.Address), lint.At(s.Range), "%s has the type %s, and the provider has no such %s%s: the plan fails",
			s.Address, s.Type, noun, didYouMean("", nearest))
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

// newerTypes finds types that came later than every release that is allowed.
func newerTypes(p *lint.Pass) {
	if p.Planned {
		return // the provider took what was planned
	}
	for _, r := range slices.Concat(p.Resources, p.Unmade) {
		declared := r.Instance.Resource
		if since := r.Facts.SinceAs(declared.Type); !r.Instance.Undeclared && r.Provider.Has(since) == schema.No {
			f := preclude(p.Reportf(r, lint.At(declared.TypeRange), "%s has the type %s, which came with provider %s, but this configuration uses %s: the plan fails",
				r, declared.Type, since, r.Provider))
			requireRelease(f, r, since, r.Address)
		}
	}
}

// upgrade says how to get a release of the provider.
func upgrade(provider *schema.Provider, since string) string {
	if provider.Locked() {
		return "lock huaweicloud >= " + since + " with terraform init -upgrade"
	}
	return "require huaweicloud >= " + since
}

// address is a subject that is no resource of the configuration.
type address string

func (a address) String() string { return string(a) }
