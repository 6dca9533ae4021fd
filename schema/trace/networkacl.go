package trace

import (
	"net/netip"

	"github.com/apiglint/apiglint/schema"
)

// intoGateway asks the network ACL of the gateway's subnet, which an LVS gateway alone stands in, about a call that is let in otherwise.
// Within a subnet nothing is filtered.
func (w *walk) intoGateway(listens Station) Station {
	subnet, balancer := w.gateway.Subnet.Target(), w.balancer()
	if listens.Verdict != Passed || balancer == schema.ELB || subnet == nil || w.caller.subnet == subnet {
		return listens
	}
	acl := w.NetworkACLOf(subnet)
	switch {
	case acl == nil && w.MayHaveNetworkACL(subnet):
		return uncertain(things(subnet), "whether a network ACL blocks calls to %s is not known", subnet)
	case acl == nil:
		return listens
	}
	by := things(acl, subnet)
	switch verdict, _ := acl.LetsIn(w.caller.ranges, w.call.Port); {
	case verdict == schema.Yes:
		return listens
	case verdict == schema.No && balancer == schema.LVS && !w.gateway.Ignores("subnet_id") && (w.caller.subnet != nil || !w.inGatewayVPC()):
		return failed(by, "%s does not allow TCP %d into %s", acl, w.call.Port, subnet)
	}
	return uncertain(by, "whether %s allows TCP %d into %s is not certain", acl, w.call.Port, subnet)
}

// intoBackend asks the network ACL of the subnet of a backend that is reached otherwise. Which addresses a gateway calls from is not all
// documented, so that it never fails there.
func (w *walk) intoBackend(e schema.Endpoint, reached Station) Station {
	if reached.Verdict != Passed || !w.FiltersSubnets() {
		return reached
	}
	own, subnet := w.gateway.Subnet.Target(), w.SubnetBehind(e)
	if subnet == nil || subnet == own {
		return reached
	}
	if doubt, any := w.outOfGateway(e, own, subnet); any {
		return doubt
	}
	acl := w.NetworkACLOf(subnet)
	switch {
	case acl == nil && w.MayHaveNetworkACL(subnet):
		return uncertain(things(subnet), "whether a network ACL blocks calls from %s to %s is not known", w.gateway, subnet).place(e.Value.Range())
	case acl == nil:
		return reached
	}
	if own != nil {
		if from, ok := own.Addresses(); ok {
			if verdict, _ := acl.LetsIn([]netip.Prefix{from}, e.Port); verdict == schema.Yes {
				return reached
			}
		}
	}
	return uncertain(things(acl, subnet), "%s may not allow calls from %s to %s, where the backend is", acl, w.gateway, subnet).place(e.Value.Range())
}

// outOfGateway asks the network ACL of the gateway's subnet about what leaves it for a backend in another one. It is false where nothing is
// in doubt.
func (w *walk) outOfGateway(e schema.Endpoint, own, subnet *schema.Subnet) (Station, bool) {
	if own == nil {
		return Station{}, false
	}
	acl := w.NetworkACLOf(own)
	if acl == nil {
		doubt := uncertain(things(own), "whether a network ACL blocks calls from %s to %s is not known", w.gateway, subnet)
		return doubt.place(e.Value.Range()), w.MayHaveNetworkACL(own)
	}
	to, ok := subnet.Addresses()
	if e.IP.IsValid() {
		to, ok = netip.PrefixFrom(e.IP, e.IP.BitLen()), true
	}
	if ok {
		if verdict, _ := acl.LetsOut([]netip.Prefix{to}, e.Port); verdict == schema.Yes {
			return Station{}, false
		}
	}
	return uncertain(things(acl, own), "%s may not allow outbound calls of %s to %s, where the backend is", acl, w.gateway, subnet).place(e.Value.Range()), true
}
