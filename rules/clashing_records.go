package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// clashingRecords finds DNS records that cannot stand beside another one of their name.
var clashingRecords = &lint.Rule{
	ID: "DOM216", Name: "clashing-records", Level: lint.Error, Cause: lint.DomainName,
	Title:   "two DNS record sets that cannot share a name",
	Symptom: "the apply fails (DNS.0312)",
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-dns/dns_usermanual_2504.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/dns_recordset",
	},
	Check: lint.Given(func(p *lint.Pass) {
		seen := map[recordSlot]map[string]*schema.Record{} // by type
		for _, record := range byAddress(p.Records) {
			slot, kind, ok := slotOf(record)
			if !ok {
				continue
			}
			others := seen[slot]
			if others == nil {
				others = map[string]*schema.Record{}
				seen[slot] = others
			}
			if other := clashing(others, kind); other != nil {
				reportClash(p, record, other)
			}
			if others[kind] == nil {
				others[kind] = record
			}
		}
	}, lint.Of[schema.Record]),
}

// recordSlot is where the DNS service takes one record of each type.
type recordSlot struct{ zone, host, line string }

// slotOf returns where a record certainly is, and its type. One with a weight may share its name with others.
func slotOf(r *schema.Record) (slot recordSlot, kind string, ok bool) {
	zone := r.Zone.Target()
	id, literal := r.Zone.Get()
	host, named := r.Host()
	line, known := r.Line.Or("default_view")
	kind, typed := r.Type.Get()
	certain := named && known && typed && (zone != nil && !zone.Symbolic() || zone == nil && literal)
	if !certain || r.Symbolic() || !r.Weight.Absent() || !r.Status.Absent() && !r.Status.Is("ENABLE") {
		return recordSlot{}, "", false
	}
	if zone != nil {
		id = zone.Address
	}
	return recordSlot{id, host, line}, kind, true
}

// besideNoCNAME are the types that cannot stand beside a CNAME record. Whether NS can depends on how long the name is.
var besideNoCNAME = []string{"A", "AAAA", "MX", "TXT", "SRV", "CAA"}

// clashing returns what a record of a type cannot stand beside, or nil.
func clashing(others map[string]*schema.Record, kind string) *schema.Record {
	if others[kind] != nil {
		return others[kind]
	}
	for _, other := range besideNoCNAME {
		switch {
		case kind == "CNAME" && others[other] != nil:
			return others[other]
		case kind == other:
			return others["CNAME"]
		}
	}
	return nil
}

func reportClash(p *lint.Pass, record, other *schema.Record) {
	host, _ := record.Host()
	if record.Name.Sensitive() || other.Name.Sensitive() {
		host = "its name"
	}
	kind, _ := record.Type.Get()
	otherKind, _ := other.Type.Get()
	remedy, why := "put the records of both into %s, and remove %s", ""
	if kind != otherKind {
		remedy, why = "remove %s or %s, or give one of them another name", ", but a CNAME cannot share its name"
	}
	p.Reportf(record, record.Name, "%s is a record set of type %s for %s, and %s one of type %s%s: the apply fails with DNS.0312",
		record, kind, host, other, otherKind, why).
		Relate(other.Name.Range(), "the name of %s is set here", other).
		Remedyf(remedy, other, record)
}
