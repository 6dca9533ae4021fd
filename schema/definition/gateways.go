package definition

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// MixedGateways finds resources that join parts of two gateways: every part of a gateway has the gateway's id as its
// instance_id, and what refers to parts refers to those of its own gateway.
func MixedGateways(c *schema.Config, report func(Breach)) {
	sites := sitesOf(c)
	for i, r := range c.Resources {
		if !r.Managed() || !ofGateway(r.Instance.Resource) {
			continue
		}
		var first *lead
		for _, s := range sites[i] {
			s.eachLead(func(next lead) {
				switch {
				case first == nil:
					first = &next
				case next.gateway.differs(first.gateway):
					report(Breach{
						Subject: r, At: next.at,
						Message: fmt.Sprintf("%s joins two gateways: its %s leads to %s, its %s to %s",
							r, first.path, first.gateway, next.path, next.gateway),
						Related: []Related{{At: first.at, Message: first.path + " is here"}},
					})
				}
			})
		}
	}
}

// lead is an argument that leads to a gateway, by its own id or by that of one of its parts.
type lead struct {
	path    string
	at      hcl.Range
	gateway gateway
}

// gateway is a gateway that is certain: a declared one, or one by its literal id.
type gateway struct {
	declared *terraform.Instance
	id       string
}

func (g gateway) String() string {
	if g.declared != nil {
		return g.declared.Address
	}
	return g.id
}

// differs reports whether two gateways are certainly not the same one. A literal id may be that of a declared gateway.
func (g gateway) differs(other gateway) bool {
	if g.declared == nil || other.declared == nil {
		return g.declared == nil && other.declared == nil && g.id != other.id
	}
	return g.declared != other.declared
}

// eachLead visits the arguments of a block that lead to a gateway, instance_id first.
func (s *site) eachLead(visit func(lead)) {
	if arg := s.block.Arg("instance_id"); arg != nil {
		if g, ok := gatewayBy(arg.Value()); ok {
			visit(lead{path: s.named("instance_id"), at: arg.Range(), gateway: g})
		}
	}
	for _, name := range s.args {
		arg, attr := s.block.Arg(name), s.attrs[name]
		if attr == nil || name == "instance_id" {
			continue
		}
		through := func(raw cty.Value, at hcl.Range) {
			if g, ok := gatewayBehind(raw); ok {
				visit(lead{path: s.named(name), at: at, gateway: g})
			}
		}
		switch {
		case attr.Type == facts.String && strings.HasSuffix(name, "_id"):
			through(arg.Value(), arg.Range())
		case attr.Elem != nil && (strings.HasSuffix(name, "_ids") || name == "apis"):
			elements, _ := arg.Elements()
			for _, element := range elements {
				through(element.Value, element.Range)
			}
		}
	}
}

// gatewayBy answers the gateway that a value is the id of.
func gatewayBy(raw cty.Value) (gateway, bool) {
	plain, _ := raw.Unmark()
	if text, ok := printed(plain); ok && text != "" {
		return gateway{id: text}, true
	}
	origin, ok := schema.SoleOrigin(raw)
	if !ok || origin.Attr != "id" {
		return gateway{}, false
	}
	if canonical, ok := facts.Canonical(origin.Instance.Resource.Type); !ok || canonical != "huaweicloud_apig_instance" {
		return gateway{}, false
	}
	return gateway{declared: origin.Instance}, true
}

// gatewayBehind answers the gateway of the part that a value is the id of.
func gatewayBehind(raw cty.Value) (gateway, bool) {
	origin, ok := schema.SoleOrigin(raw)
	if !ok || !strings.HasSuffix(origin.Attr, "id") || !ofGateway(origin.Instance.Resource) {
		return gateway{}, false
	}
	arg := origin.Instance.Block().Arg("instance_id")
	if arg == nil {
		return gateway{}, false
	}
	return gatewayBy(arg.Value())
}
