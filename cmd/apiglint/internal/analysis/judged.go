package analysis

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// gatewayWords are in the names of the resource types of gateways, the provider's and those of its sisters. A file that holds
// one is read.
var gatewayWords = []string{"_apig_", "_apigw_"}

// judged counts what was looked at, and names the inputs that it lacked.
func (s *Scope) judged() report.Judged {
	j := report.Judged{Roots: s.Roots(), Resources: map[string]int{}, Unknown: map[string]int{}}
	for _, p := range s.parts {
		for _, r := range p.roots {
			count(j, r.config)
			j.Skipped = append(j.Skipped, skipped(r.settings, r.config.Root)...)
		}
		for _, planned := range p.plans {
			j.Roots++
			j.Plans++
			count(j, planned.sides.Prior, planned.sides.Planned)
			j.Skipped = append(j.Skipped, skipped(planned.settings, planned.sources)...)
		}
		j.Lacking = append(j.Lacking, s.lacking(p)...)
	}
	slices.Sort(j.Skipped)
	j.Skipped = slices.Compact(j.Skipped)
	return j
}

// skipped returns the installed modules whose findings settings leave out. The root may be nil.
func skipped(settings *lint.Settings, root *terraform.Root) []string {
	if root == nil || settings == nil || settings.SkipModules == nil {
		return nil
	}
	return lint.InstalledModules(root)
}

// count adds the resources of a configuration, or those of both sides of a plan, each once.
func count(j report.Judged, sides ...*schema.Config) {
	counted := map[string]bool{}
	for _, c := range sides {
		for _, m := range c.Root.ModuleInstances() {
			for _, res := range m.Module.Resources {
				name, counts := countedAs(j, res)
				if counts == nil {
					continue
				}
				for _, i := range m.Instances(res) {
					if !counted[i.Address] {
						counts[name]++
						counted[i.Address] = true
					}
				}
			}
		}
	}
}

// countedAs returns where a resource is counted, and by which type. It is nil for what belongs to no gateway.
func countedAs(j report.Judged, res *configs.Resource) (string, map[string]int) {
	known, ok := facts.Canonical(res.Type)
	switch {
	case res.Mode != configs.Managed:
	case ok && facts.OfGateway(known):
		return known, j.Resources
	case !ok && slices.ContainsFunc(gatewayWords, func(word string) bool { return strings.Contains(res.Type, word) }):
		return res.Type, j.Unknown
	}
	return "", nil
}
