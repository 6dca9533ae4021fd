package schema

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// NetworkACL filters what comes into subnets from elsewhere, and what goes out of them: huaweicloud_vpc_network_acl, and as one of
// these the [OlderNetworkACL].
type NetworkACL struct {
	*Resource
	Name    Value[string]          `tf:"name"`
	Enabled Value[bool]            `tf:"enabled"`
	Ingress Nested[NetworkACLRule] `tf:"ingress_rules"`
	Egress  Nested[NetworkACLRule] `tf:"egress_rules"`
	Subnets Nested[FilteredSubnet] `tf:"associated_subnets"`

	older bool
}

// NetworkACLRule is one rule. The first that a packet meets decides, and one that meets none is dropped.
type NetworkACLRule struct {
	Block
	Action           Value[string] `tf:"action"`
	Protocol         Value[string] `tf:"protocol"`
	Version          Value[int]    `tf:"ip_version"`
	Source           Value[string] `tf:"source_ip_address"`
	SourceGroup      Value[string] `tf:"source_ip_address_group_id"`
	SourcePort       Value[string] `tf:"source_port"`
	Destination      Value[string] `tf:"destination_ip_address"`
	DestinationGroup Value[string] `tf:"destination_ip_address_group_id"`
	DestinationPort  Value[string] `tf:"destination_port"`

	older *OlderNetworkACLRule // what it is made of, nil for a block
}

// Range is the header of the block, or of the resource.
func (r *NetworkACLRule) Range() hcl.Range {
	if r.older != nil {
		return r.older.Range()
	}
	return r.Block.Range()
}

// FilteredSubnet is a subnet that a network ACL is for.
type FilteredSubnet struct {
	Block
	Subnet Ref[Subnet] `tf:"subnet_id"`
}

// NetworkACLOf returns the network ACL of a subnet that is certainly in force, or nil. A subnet has one at most.
func (c *Config) NetworkACLOf(s *Subnet) *NetworkACL { return c.networkACLs().of[s] }

// MayHaveNetworkACL reports whether a network ACL that is not certainly in force may be that of a subnet.
func (c *Config) MayHaveNetworkACL(s *Subnet) bool {
	return c.networkACLs().loose || c.networkACLs().doubtful[s]
}

type networkACLs struct {
	of       map[*Subnet]*NetworkACL
	doubtful map[*Subnet]bool
	loose    bool // there is one of which it is not known which subnets it is for
}

// FiltersSubnets reports whether the configuration has any network ACL.
func (c *Config) FiltersSubnets() bool { return len(c.NetworkACLs) > 0 || len(c.OlderNetworkACLs) > 0 }

func (c *Config) networkACLs() networkACLs {
	return Derived(c, func(c *Config) networkACLs {
		all := networkACLs{of: map[*Subnet]*NetworkACL{}, doubtful: map[*Subnet]bool{}}
		for _, acl := range c.OlderNetworkACLs {
			all.loose = all.loose || acl.Subnets.MayHaveOthers() || acl.Ignores("subnets")
			newer := acl.newer()
			for _, subnet := range acl.Subnets.Certain() {
				all.add(newer, subnet, !acl.Symbolic() && !acl.Ignores("subnets"))
			}
		}
		for _, acl := range c.NetworkACLs {
			enabled, known := acl.Enabled.Or(true)
			if known && !enabled && !acl.Ignores("enabled") {
				continue
			}
			certain := known && enabled && !acl.Symbolic() && !acl.Ignores("enabled") && !acl.Ignores("associated_subnets")
			all.loose = all.loose || acl.Subnets.MayHaveOthers() || acl.Ignores("associated_subnets")
			for _, item := range acl.Subnets.Certain() {
				all.add(acl, item.Subnet, certain)
			}
		}
		return all
	})
}

func (all *networkACLs) add(acl *NetworkACL, subnet Ref[Subnet], certain bool) {
	switch target := subnet.Target(); {
	case target == nil:
		all.loose = all.loose || subnet.Loose()
	case certain:
		all.of[target] = acl
	default:
		all.doubtful[target] = true
	}
}

// AnyPort stands for whatever port is called.
const AnyPort = 0

// LetsIn reports whether the network ACL lets TCP in at a port from any of some addresses, or from anywhere where there are none, and
// the rule that decides, nil where none does.
func (a *NetworkACL) LetsIn(from []netip.Prefix, port int) (Verdict, *NetworkACLRule) {
	return decide(a.Ingress, a.Ignores("ingress_rules"), func(r *NetworkACLRule) (Verdict, bool) { return r.meets(from, port) })
}

// LetsOut reports whether the network ACL lets TCP out to a port of any of some addresses, and the rule that decides, nil where none does.
func (a *NetworkACL) LetsOut(to []netip.Prefix, port int) (Verdict, *NetworkACLRule) {
	return decide(a.Egress, a.Ignores("egress_rules"), func(r *NetworkACLRule) (Verdict, bool) { return r.reversed().meets(to, port) })
}

func decide(rules Nested[NetworkACLRule], ignored bool, meets func(*NetworkACLRule) (Verdict, bool)) (Verdict, *NetworkACLRule) {
	doubt := rules.MayHaveOthers() || ignored
	for _, rule := range rules.Certain() {
		some, all := meets(rule)
		allows := is(rule.Action, "", "allow")
		switch {
		case some == No:
		case some == Unsure || allows == Unsure:
			doubt = true
		case doubt:
			return Unsure, rule
		case allows == Yes:
			return Yes, rule
		case all:
			return No, rule
		}
	}
	if doubt {
		return Unsure, nil
	}
	return No, nil
}

// reversed returns the rule with its addresses the other way round: those of an outbound rule's peers are its destinations.
func (r *NetworkACLRule) reversed() *NetworkACLRule {
	back := *r
	back.Source, back.Destination = r.Destination, r.Source
	back.SourceGroup, back.DestinationGroup = r.DestinationGroup, r.SourceGroup
	return &back
}

// meets reports whether a rule is about any of some calls, and whether it certainly is about all of them.
func (r *NetworkACLRule) meets(from []netip.Prefix, port int) (some Verdict, all bool) {
	protocol, known := r.Protocol.Get()
	version, too := r.Version.Or(4)
	switch {
	case !known || !too:
		return Unsure, false
	case version != 4 || !slices.Contains([]string{"tcp", "any", "6"}, strings.ToLower(protocol)):
		return No, false
	case !r.SourceGroup.Absent() || !r.DestinationGroup.Absent() || !r.Destination.Absent() && !r.Destination.Is("", "0.0.0.0/0"):
		return Unsure, false
	}
	sources, everyone, certain := r.sources(from)
	ports, every, sure := r.ports(port)
	switch {
	case certain && !sources, sure && !ports:
		return No, false
	case !certain || !sure:
		return Unsure, false
	}
	anySource, known := r.SourcePort.Or("")
	return Yes, everyone && every && known && (anySource == "" || anySource == "1-65535" || anySource == "0-65535")
}

// sources returns whether a rule is about any of some addresses, and whether about all of them.
func (r *NetworkACLRule) sources(from []netip.Prefix) (some, all, certain bool) {
	text, ok := r.Source.Or("0.0.0.0/0")
	if text == "" {
		text = "0.0.0.0/0"
	}
	prefix, err := netip.ParsePrefix(text)
	if addr, plain := netip.ParseAddr(text); plain == nil {
		prefix, err = netip.PrefixFrom(addr, addr.BitLen()), nil
	}
	switch {
	case !ok || err != nil:
		return false, false, false
	case len(from) == 0:
		return true, prefix.Bits() == 0, true
	}
	within := func(p netip.Prefix) bool { return prefix.Bits() <= p.Bits() && prefix.Contains(p.Addr()) }
	return slices.ContainsFunc(from, prefix.Overlaps), !slices.ContainsFunc(from, func(p netip.Prefix) bool { return !within(p) }), true
}

// ports returns whether a rule is about a port, and whether about all of those that may be meant.
func (r *NetworkACLRule) ports(port int) (some, all, certain bool) {
	text, ok := r.DestinationPort.Or("")
	if !ok {
		return false, false, false
	}
	if text == "" {
		return true, true, true
	}
	ranges, ok := parsePorts(strings.NewReplacer(" ", "", ":", "-").Replace(text)).All()
	if !ok {
		return false, false, false
	}
	if port == AnyPort {
		return true, slices.Contains(ranges, allPorts), true
	}
	found := slices.ContainsFunc(ranges, func(p PortRange) bool { return p.Contains(port) })
	return found, found, true
}
