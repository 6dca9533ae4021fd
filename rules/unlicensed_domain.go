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
	Title: "a public domain that needs an ICP licence",
	Codes: []string{"APIG.2034"},
	Doc: `In the regions on the Chinese mainland a public domain needs an ICP licence (a filing with the authorities). Without one the
binding is refused with APIG.2034, or the domain cannot be reached from the internet. The configuration cannot tell
whether a domain has its licence: this is a note.

It is about gateways whose region is known and that have a public entrance. Names for private use (` + "`.internal`" + `,
` + "`.local`" + ` and the like), and names in a private zone that is declared here, and not in a public one of the same name, need no licence.

List the domains that have their licence in the option ` + "`licensed_domains`" + `: it covers them and what is below them.`,
	Links: []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0006.html"},
	Bad: `
resource "huaweicloud_vpc_eip" "beijing" {
  publicip {
    type = "5_bgp"
  }

  bandwidth {
    name        = "beijing"
    share_type  = "PER"
    size        = 5
    charge_mode = "traffic"
  }
}

resource "huaweicloud_apig_instance" "beijing" {
  region             = "cn-north-1"
  name               = "beijing"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-1a"]
  eip_id             = huaweicloud_vpc_eip.beijing.id
}

resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.beijing.id
  name        = "orders"
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.beijing.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "orders.example.com"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}
`,
	Good: `
resource "huaweicloud_apig_instance" "beijing" {
  region             = "cn-north-1"
  name               = "beijing"
  edition            = "BASIC"
  vpc_id             = huaweicloud_vpc.main.id
  subnet_id          = huaweicloud_vpc_subnet.main.id
  security_group_id  = huaweicloud_networking_secgroup.main.id
  availability_zones = ["cn-north-1a"]
}

resource "huaweicloud_apig_group" "orders" {
  instance_id = huaweicloud_apig_instance.beijing.id
  name        = "orders"
}

resource "huaweicloud_apig_group_domain_associate" "orders" {
  instance_id        = huaweicloud_apig_instance.beijing.id
  group_id           = huaweicloud_apig_group.orders.id
  url_domain         = "orders.shop.internal"
  min_ssl_version    = "TLSv1.2"
  ingress_http_port  = -1
  ingress_https_port = 443
}
`,
	Options: []lint.Option{{
		Name: "licensed_domains", Type: lint.DomainNames, Example: `["example.com"]`,
		Doc: "domains that have a licence, which covers what is below them too",
	}},
	Check: checkLicences,
}

// privateNames are top-level names that DNS does not have.
var privateNames = []string{
	"internal", "local", "localdomain", "localhost", "lan", "home", "corp", "intranet", "intra", "private", "test", "invalid", "arpa",
}

func checkLicences(p *lint.Pass) {
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
		if !ok || d.Gateway == nil || !d.Gateway.Mainland() || d.Gateway.PublicEntrance() != schema.Yes ||
			wrongWith(host) != "" || under(host, covered) || under(host, private) {
			continue
		}
		p.Reportf(d, d.Name, "%s is a public domain of %s in %s: it needs an ICP licence, else the apply gets APIG.2034",
			hostOf(d), d.Gateway, d.Gateway.Region())
	}
}

// privateZones answers the names of the zones that may be private and are not public as well, and whether all names are
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
