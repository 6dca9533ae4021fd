package rules

import (
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// newPublicAddress finds changes that give a gateway another public address.
var newPublicAddress = &lint.Rule{
	ID: "PUB316", Name: "new-public-address", Level: lint.Warning, Cause: lint.Publishing,
	Title:   "a change that gives the gateway a new public address",
	Symptom: "callers are cut off, and DNS records lead to the old address",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_instance"},
	Changes: true,
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		was, existed := p.Earlier(g.Resource).(*schema.Gateway)
		if !existed || !hasIngressBandwidth(was) || !hasIngressBandwidth(g) {
			return
		}
		var at lint.Place
		name := "ingress_bandwidth_size"
		switch {
		case g.Same(was.Resource, name) == schema.No:
			at = g.IngressBandwidth
		case g.Same(was.Resource, "ingress_bandwidth_charging_mode") == schema.No:
			at, name = g.IngressBandwidthMode, "ingress_bandwidth_charging_mode"
		default:
			return
		}
		p.Reportf(g, at, "%s gets a new public address, because %s changes: callers are cut off meanwhile, and references to its ingress_address keep the old one until the next apply",
			g, name).Remedyf("apply a second time right after this change, so that references to the ingress_address of %s are updated", g)
	}),
}

// hasIngressBandwidth reports whether a gateway certainly has the public address that comes with a bandwidth.
func hasIngressBandwidth(g *schema.Gateway) bool {
	size, ok := g.IngressBandwidth.Get()
	return ok && size > 0
}
