package rules

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// unlicensedDomain finds public domains on the Chinese mainland, which need a licence.
var unlicensedDomain = &lint.Rule{
	ID: "DOM209", Name: "unlicensed-domain", Level: lint.Note, Cause: lint.DomainName,
	Title: "a public domain name that needs an ICP licence",
	Codes: []string{"APIG.2034"},
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Options: []lint.Option{{
		Name: "licensed_domains", Type: lint.DomainNames, Example: `["example.com"]`,
		Doc: "domain names that have a licence, which covers their subdomains too",
	}},
	Check: checkLicences,
}

// privateNames are top-level names that DNS does not have.
var privateNames = []string{
	"internal", "local", "localdomain", "localhost", "lan", "home", "corp", "intranet", "intra", "private", "test", "invalid", "arpa",
}

func checkLicences(p *lint.Pass) {
	inMainland := func(d *schema.Domain) bool { return d.Gateway != nil && d.Gateway.Mainland() }
	if !slices.ContainsFunc(p.Domains(), inMainland) {
		p.Idle("no domain name is bound to a gateway that is known to stand in the mainland of China")
		return
	}
	covered := map[string]bool{}
	for _, name := range slices.Concat(privateNames, p.Texts("licensed_domains")) {
		covered[schema.HostName(name)] = true
	}
	private, certain := privateZones(p)
	if !certain {
		return
	}
	for _, d := range p.Domains() {
		host, ok := d.Host()
		if !ok || !inMainland(d) || d.Gateway.PublicEntrance() != schema.Yes ||
			wrongWith(host) != "" || under(host, covered) || under(host, private) {
			continue
		}
		p.Reportf(d, d.Name, "%s binds the public domain name %s in %s, which needs an ICP licence: without one the apply gets APIG.2034",
			d, hostOf(d), d.Gateway.Region()).
			Remedyf("get an ICP licence for %s and list it in the option licensed_domains", hostOf(d))
	}
}

// privateZones returns the names of the zones that may be private and are not public as well, and whether all names are
// known.
func privateZones(p *lint.Pass) (map[string]bool, bool) {
	zones := map[string]bool{}
	for _, z := range p.Zones {
		if z.Public() {
			continue
		}
		name, ok := z.Name.Get()
		if !ok {
			return nil, false
		}
		zones[schema.HostName(name)] = true
	}
	for _, z := range p.Zones {
		if name, ok := z.Name.Get(); ok && z.Public() && !z.Symbolic() {
			delete(zones, schema.HostName(name))
		}
	}
	return zones, true
}

// under reports whether a host is one of the names or lies below one.
func under(host string, names map[string]bool) bool {
	for ok := true; ok; _, host, ok = strings.Cut(host, ".") {
		if names[host] {
			return true
		}
	}
	return false
}
