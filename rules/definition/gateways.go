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
		if !r.Managed() || !ofGateway(r.Instance.Resource) || sites[i].form == nil {
			continue
		}
		var first lead
		sites[i].each(func(s *site) {
			s.eachLead(func(next lead) {
				switch {
				case first.path == "":
					first = next
				case next.gateway.differs(first.gateway):
					report(Breach{
						Subject: r, At: next.at(),
						Message: fmt.Sprintf("%s joins two gateways: its %s leads to %s, its %s to %s",
							r, first.path, first.gateway, next.path, next.gateway),
						Related: []Related{{At: first.at(), Message: first.path + " is here"}},
					})
				}
			})
		})
	}
}

// lead is an argument that leads to a gateway, by its own id or by that of one of its parts.
type lead struct {
	path    string
	arg     *terraform.Argument
	element *terraform.Element // of the argument, nil for all of it
	gateway gateway
}

func (l lead) at() hcl.Range {
	if l.element != nil {
		return l.element.Range
	}
	return l.arg.Range()
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
			visit(lead{path: s.named("instance_id"), arg: arg, gateway: g})
		}
	}
	for i := range s.settings {
		arg, attr := s.settings[i].arg, s.settings[i].attr
		switch {
		case arg == nil:
		case attr.leads == toOne:
			if g, ok := gatewayBehind(arg.Value()); ok {
				visit(lead{path: attr.path, arg: arg, gateway: g})
			}
		case attr.leads == toMany:
			elements, _ := arg.Elements()
			for i := range elements {
				if g, ok := gatewayBehind(elements[i].Value); ok {
					visit(lead{path: attr.path, arg: arg, element: &elements[i], gateway: g})
				}
			}
		}
	}
}

// leads is whether the values of an attribute are ids of what may be parts of a gateway.
type leads uint8

const (
	nowhere leads = iota
	toOne
	toMany // each element is one
)

func leadsOf(attr *facts.Attr) leads {
	switch {
	case attr.Name == "instance_id": // it is the gateway's own
	case attr.Type == facts.String && strings.HasSuffix(attr.Name, "_id"):
		return toOne
	case attr.Elem != nil && (strings.HasSuffix(attr.Name, "_ids") || attr.Name == "apis"):
		return toMany
	}
	return nowhere
}

// gatewayBy answers the gateway that a value is the id of.
func gatewayBy(raw cty.Value) (gateway, bool) {
	plain, _ := raw.Unmark()
	if text, ok := printed(plain); ok && text != "" {
		return gateway{id: text}, true
	}
	origin, ok := schema.SingleOrigin(raw)
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
	origin, ok := schema.SingleOrigin(raw)
	if !ok || !strings.HasSuffix(origin.Attr, "id") || !ofGateway(origin.Instance.Resource) {
		return gateway{}, false
	}
	arg := origin.Instance.Block().Arg("instance_id")
	if arg == nil {
		return gateway{}, false
	}
	return gatewayBy(arg.Value())
}
