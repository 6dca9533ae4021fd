package trace

import (
	"net/netip"
	"slices"

	"github.com/apiglint/apiglint/schema"
)

// whereFrom returns where the caller is within the configuration.
func (w *walk) whereFrom() caller {
	from := w.call.From
	if from.Kind == "" {
		from.Kind = "gateway-vpc"
		if w.gateway.PublicEntrance() == schema.Yes {
			from.Kind = "internet"
		}
	}
	switch from.Kind {
	case "internet":
		return caller{internet: true}
	case "ip":
		return w.withAddress(from.IP)
	case "vpc":
		if v := indexed(w.Config).vpcs[from.Address]; v != nil {
			return inVPC(v)
		}
	case "subnet":
		if s := indexed(w.Config).subnets[from.Address]; s != nil {
			return inSubnet(s)
		}
	default: // gateway-vpc
		if v := w.gateway.VPC.Target(); v != nil {
			return inVPC(v)
		}
		return caller{same: true}
	}
	return caller{none: true, doubt: from.String() + " is not declared"}
}

func inVPC(v *schema.VPC) caller {
	c := caller{vpc: v, by: things(v)}
	if ranges, ok := v.CIDRs().All(); ok {
		c.ranges = ranges
	}
	return c
}

func inSubnet(s *schema.Subnet) caller {
	c := caller{vpc: s.VPC.Target(), subnet: s, by: things(s)}
	if c.vpc == nil {
		c.doubt = "which VPC " + s.Address + " is in is not known"
	}
	if prefix, ok := rangeOf(s); ok {
		c.ranges = []netip.Prefix{prefix}
	}
	return c
}

func rangeOf(s *schema.Subnet) (netip.Prefix, bool) {
	text, ok := s.CIDR.Get()
	prefix, err := netip.ParsePrefix(text)
	return prefix, ok && err == nil
}

// withAddress returns where a caller with an address is: in the only declared subnet that holds it, or on the internet.
func (w *walk) withAddress(ip netip.Addr) caller {
	of := w.holders(ip)
	found, unknown := of.subnets, of.unknown
	c := caller{none: true}
	switch {
	case len(found) == 1 && !unknown:
		c = inSubnet(found[0])
	case len(found) > 1:
		c.doubt = "several subnets contain " + ip.String()
		c.by = things(found[0], found[1])
	case !ip.IsPrivate():
		c = caller{internet: true}
	case unknown:
		c.doubt = "which subnet contains " + ip.String() + " is not known"
	default:
		c.doubt = "no declared subnet contains " + ip.String()
	}
	c.ip, c.ranges = ip, []netip.Prefix{netip.PrefixFrom(ip, ip.BitLen())}
	return c
}

// from returns the place as it was given, or as it fits the gateway.
func (c caller) from(given From) From {
	switch {
	case given.Kind != "":
	case c.internet:
		given.Kind = "internet"
	default:
		given.Kind = "gateway-vpc"
	}
	return given
}

// inGatewayVPC reports whether the caller is in the gateway's VPC.
func (w *walk) inGatewayVPC() bool {
	return w.caller.same || w.caller.vpc != nil && w.caller.vpc == w.gateway.VPC.Target()
}

// name asks whether the caller gets an address for the host.
func (w *walk) name() Station {
	switch h := w.host; {
	case h.hidden:
		return uncertain(things(w.gateway), "the group of the debugging domain name %s is not known", h.name)
	case h.own && h.name == "":
		return passed(nil, "the address of %s is called", w.gateway)
	case h.own:
		return passed(nil, "the address of %s is called, with the host %s", w.gateway, h.name)
	case h.debugging != nil:
		return w.debuggingName(h.debugging)
	case h.record != nil:
		return w.namedBy(h.record)
	case w.caller.internet:
		return w.publicName()
	}
	zone := w.ZoneOf(w.host.name)
	if zone != nil && zone.Public() && w.Resolves(w.host.name) == schema.Yes {
		w.host.public = true
		return passed(things(zone), "%s has a record for %s", zone, w.host.name).likely()
	}
	if zone == nil {
		return passed(nil, "no declared zone contains %s, so its record is managed elsewhere", w.host.name).likely()
	}
	return uncertain(things(zone), "%s contains %s, but may have no record that points to %s", zone, w.host.name, w.gateway)
}

func (w *walk) debuggingName(group *schema.Group) Station {
	switch {
	case w.caller.internet && w.gateway.PublicEntrance() == schema.No:
		return failed(things(w.gateway), "the debugging domain name of %s resolves on the internet only if the gateway has a public address", group)
	case w.caller.internet && w.gateway.PublicEntrance() == schema.Unsure:
		return uncertain(things(w.gateway), "whether %s has a public address is not known", w.gateway)
	case w.caller.internet || w.inGatewayVPC():
		return passed(things(group), "the debugging domain name of %s resolves here", group)
	}
	return uncertain(things(group), "the debugging domain name of %s resolves in the VPC of the gateway; whether it does elsewhere is not documented", group)
}

// namedBy is about a host whose record is declared.
func (w *walk) namedBy(record *schema.Record) Station {
	zone := record.Zone.Target()
	by := things(record)
	switch {
	case zone == nil || zone.Type.Unknown():
		return uncertain(by, "which zone %s is in is not known", record)
	case w.caller.internet && !zone.Public():
		if w.MayBeServedElsewhere(w.host.name) || w.ResolvesPublicly(w.host.name) != schema.No {
			return uncertain(things(record, zone), "%s is a private zone, and whether %s resolves on the internet is not known", zone, w.host.name)
		}
		return failed(things(record, zone), "%s is a private zone, which does not resolve on the internet", zone)
	case w.caller.internet && w.host.private:
		return failed(by, "%s points %s to the private address of %s", record, w.host.name, w.gateway)
	case zone.Public():
	case w.answersIn(zone) == schema.No:
		return failed(things(record, zone), "%s is a private zone that does not answer in the VPC of the caller", zone).likely()
	case w.answersIn(zone) == schema.Unsure:
		return uncertain(things(record, zone), "whether %s answers in the VPC of the caller is not known", zone)
	}
	return passed(by, "%s points %s to %s", record, w.host.name, w.gateway)
}

func (w *walk) publicName() Station {
	zone := w.PublicZoneOf(w.host.name)
	if !w.KnowsZones() && w.ResolvesPublicly(w.host.name) != schema.Yes {
		return uncertain(things(w.gateway), "whether a declared zone contains %s is not known", w.host.name)
	}
	if zone == nil {
		return passed(nil, "no declared public zone contains %s, so its record is managed elsewhere", w.host.name).likely()
	}
	if w.ResolvesPublicly(w.host.name) == schema.Yes {
		return passed(things(zone), "%s has a record for %s", zone, w.host.name).likely()
	}
	return uncertain(things(zone), "%s contains %s, but may have no record that points to %s", zone, w.host.name, w.gateway)
}

// entrance asks whether the caller can reach an address of the gateway.
func (w *walk) entrance() Station {
	switch {
	case w.caller.doubt != "":
		return uncertain(w.caller.by, "%s", w.caller.doubt)
	case w.caller.internet:
		return w.publicEntrance()
	case w.host.public:
		return uncertain(things(w.gateway), "%s leads to a public address; whether the caller's VPC can reach the internet is not checked", w.host.name)
	case w.inGatewayVPC():
		return passed(things(w.gateway), "the caller is in the VPC of %s", w.gateway)
	}
	own := w.gateway.VPC.Target()
	if own == nil || w.caller.vpc == nil {
		return uncertain(things(w.gateway), "which VPC %s is in is not known", w.gateway)
	}
	return w.between(place{w.caller.vpc, w.caller.subnet}, place{own, w.gateway.Subnet.Target()})
}

func (w *walk) publicEntrance() Station {
	g := w.gateway
	by := things(g)
	bandwidth, _ := g.IngressBandwidth.Get()
	id, _ := g.EIP.Get()
	eip := id != "" || g.EIP.Target() != nil
	switch balancer := w.balancer(); {
	case balancer == schema.ELB && eip && g.IngressBandwidth.Absent() && !g.Ignores("ingress_bandwidth_size"):
		return failed(by, "%s is an ELB gateway, which ignores eip_id: it needs ingress_bandwidth_size", g).place(g.EIP.Range())
	case balancer == schema.LVS && bandwidth > 0 && !eip && g.EIP.Absent() && !g.Ignores("eip_id"):
		return failed(by, "%s is an LVS gateway, which ignores ingress_bandwidth_size: it needs eip_id", g).place(g.IngressBandwidth.Range())
	case balancer == schema.AnyBalancer && g.Placed() && g.PublicEntrance() == schema.Yes && eip != (bandwidth > 0):
		return passed(by, "%s has a public address", g).likely()
	}
	switch g.PublicEntrance() {
	case schema.Yes:
		return passed(by, "%s has a public address", g)
	case schema.No:
		if w.MayBeFronted(g) {
			return uncertain(by, "%s has no public address, but a resource in front of it may have one", g)
		}
		return failed(by, "%s has no public address", g)
	case schema.Unsure:
	}
	return uncertain(by, "whether %s has a public address is not known", g)
}

// place is a subnet of a VPC, nil where it is not known.
type place struct {
	vpc    *schema.VPC
	subnet *schema.Subnet
}

// between asks whether a caller in one VPC reaches another one.
func (w *walk) between(a, b place) Station {
	from, to := a.vpc, b.vpc
	peerings := w.PeeringsOf(from)
	var joint Station
	for _, p := range peerings.Certain() {
		if p.Opposite(from) != to {
			continue
		}
		s := w.through(p, a, b)
		if s.Verdict == Passed {
			return w.outsideKept(s, from, to)
		}
		if joint.Verdict != Uncertain {
			joint = s
		}
	}
	switch {
	case w.MayBeConnected(from, to) || w.endpoints():
		return uncertain(things(from, to), "%s and %s may be connected without a peering connection", from, to)
	case joint.Verdict == Failed && !peerings.MayHaveOthers(), joint.Verdict == Uncertain:
		return joint
	case peerings.MayHaveOthers() || w.ForeignPeering() || w.MayRouteByItself(from):
		return uncertain(things(from, to), "%s and %s may be connected outside of the configuration", from, to)
	}
	return failed(things(from, to), "%s and %s are not connected", from, to).likely()
}

// outsideKept asks whether the gateway keeps addresses of the other VPC for itself, which it then does not reach.
func (w *walk) outsideKept(joined Station, vpcs ...*schema.VPC) Station {
	kept, ok := w.gateway.KeptRange()
	for _, v := range vpcs {
		if ok && v != w.gateway.VPC.Target() && slices.ContainsFunc(v.CIDRs().Certain(), kept.Overlaps) {
			return uncertain(things(v, w.gateway), "%s has addresses in %s, which %s reserves", v, kept, w.gateway)
		}
	}
	return joined
}

// through asks whether a peering connection leads from one VPC to the other and back.
func (w *walk) through(p *schema.Peering, a, b place) Station {
	from, to := a.vpc, b.vpc
	by := things(p, from, to)
	accepted, _ := w.Accepted(p)
	there, back := w.RoutedFrom(a.subnet, from, p, to), w.RoutedFrom(b.subnet, to, p, from)
	switch {
	case accepted == schema.No:
		return failed(by, "%s is not accepted", p)
	case there == schema.No:
		return w.unrouted(p, a, to, "to")
	case back == schema.No:
		return w.unrouted(p, b, from, "back to")
	case overlap(from, to):
		return failed(by, "the CIDRs of %s and %s overlap, so no route can lead from one to the other", from, to)
	case accepted == schema.Yes && there == schema.Yes && back == schema.Yes && !from.CIDRs().MayHaveOthers() && !to.CIDRs().MayHaveOthers():
		return passed(by, "%s connects %s and %s", p, from, to)
	}
	return uncertain(by, "whether %s connects %s and %s is not certain", p, from, to)
}

// unrouted is about a peering connection that no route leads through, or none that the subnet uses.
func (w *walk) unrouted(p *schema.Peering, from place, to *schema.VPC, way string) Station {
	if from.subnet != nil && w.RoutedTo(from.vpc, p, to) != schema.No {
		return failed(things(from.subnet, p, to), "the route table of %s has no route through %s %s %s", from.subnet, p, way, to)
	}
	return failed(things(p, from.vpc, to), "%s has no route through %s %s %s", from.vpc, p, way, to)
}

func overlap(v, w *schema.VPC) bool {
	all, ok := v.CIDRs().All()
	others, too := w.CIDRs().All()
	return ok && too && len(all) > 0 && len(others) > 0 && !slices.ContainsFunc(all, func(p netip.Prefix) bool {
		return !slices.ContainsFunc(others, p.Overlaps)
	})
}

// endpoints reports whether the configuration may reach a gateway by an endpoint within a VPC: it has one that is not rejected, or lets
// those of other accounts connect.
func (w *walk) endpoints() bool {
	if len(w.VPCEndpoints) > 0 && !w.Declares("_apig_endpoint_whitelist") {
		return slices.ContainsFunc(w.VPCEndpoints, func(e *schema.VPCEndpoint) bool { return w.RejectedBy(e) == nil })
	}
	return w.Declares("_vpcep_endpoint") || w.Declares("_apig_endpoint")
}
