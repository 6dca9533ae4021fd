package definition

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// Deprecated finds resource types, arguments and blocks that something newer takes the place of.
func Deprecated(p *lint.Pass) {
	if !judges(p, noResource, everything) {
		return
	}
	for _, r := range p.Resources {
		if newer := facts.Resource(r.Facts.ReplacedBy); r.Facts.Deprecated != "" && (newer == nil || r.Provider.Has(newer.SinceAs(r.Facts.ReplacedBy)) == schema.Yes) {
			reportDeprecated(p, r, r.Instance.Resource.TypeRange, r.Instance.Resource.Type, r.Facts.ReplacedBy)
		}
	}
	eachBlock(p.Config, func(b *blockContext) {
		for i := range b.states {
			s := &b.states[i]
			if s.attr.Deprecated != "" && s.attr.Configurable() && !irreplaceable(p.Config, b, s.attr) {
				b.renameDeprecated(reportDeprecated(p, b.resource, s.header(), s.path(), s.attr.ReplacedBy), s.attr)
			}
		}
	})
}

func reportDeprecated(p *lint.Pass, r *schema.Resource, at hcl.Range, old, newer string) *lint.Finding {
	if newer == "" {
		return p.Reportf(r, lint.At(at), "%s of %s is deprecated: a newer provider may refuse it", old, r).Remedyf("remove %s", old)
	}
	return p.Reportf(r, lint.At(at), "%s of %s is deprecated in favour of %s: a newer provider may refuse it", old, r, newer).
		Remedyf("use %s instead of %s", newer, old)
}

// irreplaceable reports whether nothing takes the place of a deprecated argument where it stands: a gateway made with LVS
// has its public address by eip_id alone.
func irreplaceable(c *schema.Config, b *blockContext, attr *attribute) bool {
	g, ok := c.Object(b.resource.Instance).(*schema.Gateway)
	if ok && attr.Name == "eip_id" && g.Balancer() != schema.ELB {
		return true
	}
	newer := b.attrs[attr.ReplacedBy]
	return newer != nil && b.resource.Provider.Has(newer.Since) != schema.Yes
}
