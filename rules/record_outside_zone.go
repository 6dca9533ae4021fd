package rules

import (
	"strings"
	"unicode"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// recordOutsideZone finds DNS records whose names are not in their zones.
var recordOutsideZone = &lint.Rule{
	ID: "DOM217", Name: "record-outside-zone", Level: lint.Error, Cause: lint.DomainName,
	Title:   "a DNS record whose name is not in its zone",
	Symptom: "the apply fails",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/dns_recordset"},
	Check: lint.Each(func(p *lint.Pass, record *schema.Record) {
		name, ok := record.Name.Get()
		zone := record.Zone.Target()
		// A name without the final dot may be relative to the zone.
		if !ok || zone == nil || !strings.HasSuffix(name, ".") {
			return
		}
		suffix, ok := zone.Name.Get()
		host, above := schema.HostName(name), schema.HostName(suffix)
		if !ok || above == "" || host == above || strings.HasSuffix(host, "."+above) || writtenInWays(host) || writtenInWays(above) {
			return
		}
		other := p.ZoneOf(host)
		if record.Name.Sensitive() || zone.Name.Sensitive() {
			host, above = "its name", "its zone"
		}
		f := p.Reportf(record, record.Name, "%s creates a record for %s in %s, the zone %s: the apply fails", record, host, zone, above).
			Relate(zone.Name.Range(), "the name of the zone is set here")
		if other != nil {
			f.Remedyf("set zone_id = %s.id on %s", other, record)
		} else {
			f.Remedyf("give %s a name in %s, or set zone_id to the zone of its name", record, above)
		}
	}),
}

// writtenInWays reports whether a name may be written otherwise as well: with letters beyond ASCII, or that of a reverse zone.
func writtenInWays(host string) bool {
	return strings.HasSuffix(host, ".arpa") || strings.ContainsFunc(host, func(r rune) bool { return r > unicode.MaxASCII })
}
