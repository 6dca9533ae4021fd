package analysis

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// gatewayWords are in the names of the resource types of gateways, the provider's and those of its sisters. A file that holds
// one is read.
var gatewayWords = []string{"_apig_", "_apigw_"}

// judged counts what was looked at.
func (s *Scope) judged() report.Judged {
	j := report.Judged{Roots: s.Roots(), Resources: map[string]int{}, Unknown: map[string]int{}}
	for _, p := range s.parts {
		for _, r := range p.roots {
			j = counted(j, r.config)
		}
		for _, planned := range p.plans {
			j.Roots++
			for _, side := range []*schema.Config{planned.sides.Prior, planned.sides.Planned} {
				j = counted(j, side)
			}
		}
	}
	return j
}

// counted adds the resources of a configuration.
func counted(j report.Judged, c *schema.Config) report.Judged {
	for _, m := range c.Root.ModuleInstances() {
		for _, res := range m.Module.Resources {
			known, ok := facts.Canonical(res.Type)
			switch n := len(m.Instances(res)); {
			case res.Mode != configs.Managed || n == 0:
			case ok && facts.OfGateway(known):
				j.Resources[known] += n
			case !ok && slices.ContainsFunc(gatewayWords, func(word string) bool { return strings.Contains(res.Type, word) }):
				j.Unknown[res.Type] += n
			}
		}
	}
	return j
}
