package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// sharedDomain finds domains that are bound twice on one gateway.
var sharedDomain = &lint.Rule{
	ID: "DOM203", Name: "shared-domain", Level: lint.Error, Cause: lint.DomainName,
	Title: "a domain name that is bound twice on one gateway",
	Codes: []string{"APIG.2050"},
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Check: lint.Given(func(p *lint.Pass) {
		type door struct {
			gateway *schema.Gateway
			host    string
			port    int
		}
		first := map[door]*schema.Domain{}
		for _, d := range byAddress(p.Domains()) {
			host, ok := d.Host()
			if !ok || d.Gateway == nil || d.Gateway.Symbolic() || d.Resource.Symbolic() {
				continue
			}
			reported := false
			for _, port := range portsOf(d) {
				key := door{d.Gateway, host, port}
				before, taken := first[key]
				if !taken {
					first[key] = d
				} else if !reported && !sameBinding(before, d) {
					reported = true
					p.Reportf(d, d.Name, "%s binds %s on port %d, which %s already binds on the same gateway: the apply gets APIG.2050",
						d, hostOf(d), port, before).
						Remedyf("bind another domain name or another port in %s or %s, or remove one of them", d, before).
						Relate(before.Name.Range(), "%s binds it here", before)
				}
			}
		}
	}, lint.Of[schema.Group], lint.Of[schema.DomainBinding]),
}

func portsOf(d *schema.Domain) []int {
	var ports []int
	for _, port := range []func() (int, bool){d.HTTPPort, d.HTTPSPort} {
		if n, ok := port(); ok && n > 0 {
			ports = append(ports, n)
		}
	}
	return ports
}

// sameBinding reports whether a domain may be written twice for one group, in its own block and as a resource of its
// own: they overwrite each other, and nothing is refused for certain.
func sameBinding(a, b *schema.Domain) bool {
	inline := func(d *schema.Domain) bool { return d.Group != nil && d.Resource == d.Group.Resource }
	return (inline(a) || inline(b)) && (a.Group == nil || b.Group == nil || a.Group == b.Group)
}
