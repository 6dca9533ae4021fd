package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// needlessAccepter finds accepters of peering connections that accept themselves.
var needlessAccepter = &lint.Rule{
	ID: "NET119", Name: "needless-accepter", Level: lint.Error, Cause: lint.Network,
	Title:   "an accepter for a peering connection within one account",
	Symptom: "the apply fails",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/vpc_peering_connection_accepter"},
	Check: lint.Each(func(p *lint.Pass, accepter *schema.Accepter) {
		if !isNeedless(accepter) {
			return
		}
		peering := accepter.Peering.Target()
		p.Reportf(accepter, accepter, "%s is within one account, where peering connections are accepted automatically: the apply fails at %s, because no request is pending",
			peering, accepter).
			Remedyf("remove %s, or set peer_tenant_id of %s if the other VPC belongs to another account", accepter, peering).
			Relate(peering.Range(), "%s has no peer_tenant_id", peering)
	}),
}

// isNeedless reports whether a peering connection certainly is within one account: nothing of it is pending.
func isNeedless(a *schema.Accepter) bool {
	peering := a.Peering.Target()
	return peering != nil && (peering.Tenant.Absent() || peering.Tenant.Is(""))
}
