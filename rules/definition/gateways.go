package definition

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// MixedGateways finds resources that join parts of two gateways: every part of a gateway has the gateway's id as its
// instance_id, and what refers to parts refers to those of its own gateway.
func MixedGateways(p *lint.Pass) {
	if !judges(p, "no resource refers to two parts of a gateway", func(b *blockContext) bool { return b.leads() > 1 || b.outer != nil && b.leads() > 0 }) {
		return
	}
	blocks := blocksOf(p.Config)
	for i, r := range p.Resources {
		if !r.Managed() || !ofGateway(r.Instance.Resource) || blocks[i].shape == nil {
			continue
		}
		var first lead
		blocks[i].each(func(b *blockContext) {
			b.eachLead(func(next lead) {
				switch {
				case first.path == "":
					first = next
				case next.gateway.differs(first.gateway):
					p.Reportf(r, lint.At(next.at()), "%s refers to two gateways, %s in %s and %s in %s: the apply fails",
						r, first.gateway, first.path, next.gateway, next.path).
						Remedyf("let %s refer to %s, as %s does", next.path, first.gateway, first.path).
						Relate(first.at(), "%s is here", first.path)
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
func (b *blockContext) eachLead(visit func(lead)) {
	if arg := b.block.Arg("instance_id"); arg != nil {
		if g, ok := b.gatewayBy(arg.Value()); !ok {
			b.block.Ask("instance_id")
		} else {
			visit(lead{path: b.named("instance_id"), arg: arg, gateway: g})
		}
	}
	for i := range b.states {
		arg, attr := b.states[i].arg, b.states[i].attr
		switch {
		case arg == nil:
		case attr.target == onePart:
			if g, ok := b.gatewayBehind(arg.Value()); !ok {
				b.states[i].ask()
			} else {
				visit(lead{path: attr.path, arg: arg, gateway: g})
			}
		case attr.target == manyParts:
			elements, _ := b.states[i].elements()
			for n := range elements {
				if g, ok := b.gatewayBehind(elements[n].Value); ok {
					visit(lead{path: attr.path, arg: arg, element: &elements[n], gateway: g})
				}
			}
		}
	}
}

// target is whether the values of an attribute are ids of what may be parts of a gateway.
type target uint8

const (
	nothing target = iota
	onePart
	manyParts // each element is one
)

func targetOf(attr *facts.Attr) target {
	switch {
	case attr.Name == "instance_id": // it is the gateway's own
	case attr.Type == facts.String && strings.HasSuffix(attr.Name, "_id"):
		return onePart
	case attr.Elem != nil && (strings.HasSuffix(attr.Name, "_ids") || attr.Name == "apis"):
		return manyParts
	}
	return nothing
}

// gatewayBy returns the gateway that a value is the id of.
func (b *blockContext) gatewayBy(raw cty.Value) (gateway, bool) {
	if origin, ok := b.resource.OriginOf(raw); ok && origin.Attr == "id" {
		if canonical, ok := facts.Canonical(origin.Instance.Resource.Type); ok && canonical == "huaweicloud_apig_instance" {
			return gateway{declared: origin.Instance}, true
		}
		return gateway{}, false
	}
	plain, _ := raw.Unmark()
	text, ok := printed(plain)
	return gateway{id: text}, ok && text != ""
}

// gatewayBehind returns the gateway of the part that a value is the id of.
func (b *blockContext) gatewayBehind(raw cty.Value) (gateway, bool) {
	origin, ok := b.resource.OriginOf(raw)
	if !ok || !strings.HasSuffix(origin.Attr, "id") && origin.Attr != "" || !ofGateway(origin.Instance.Resource) {
		return gateway{}, false
	}
	arg := origin.Instance.Block().Arg("instance_id")
	if arg == nil {
		return gateway{}, false
	}
	return b.gatewayBy(arg.Value())
}
