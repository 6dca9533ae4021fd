package schema

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// DefaultPorts are the ports that a new security group opens to everyone, unless these rules are removed.
var DefaultPorts = []int{22, 3389}

// OpensByDefault reports whether the group opens a port to everyone by the rules that every new group has. What these
// are in the clouds of sister providers is not certain.
func (g *SecurityGroup) OpensByDefault(port int) Verdict {
	if keeps := g.keepsDefaults(); keeps == No || !g.IsHuaweiCloud() || slices.Contains(DefaultPorts, port) {
		return keeps
	}
	return No
}

// keepsDefaults reports whether the group has the rules that every new group has, as they are known: with them everything is let out,
// and members of the group reach each other.
func (g *SecurityGroup) keepsDefaults() Verdict {
	removed, ok := g.NoDefaults.Or(false)
	switch {
	case ok && removed:
		return No
	case !ok || !g.IsHuaweiCloud():
		return Unsure
	}
	return Yes
}

// is reports whether a value, or its default, is one of these, without regard to case.
func is(v Value[string], byDefault string, any ...string) Verdict {
	text, ok := v.Or(byDefault)
	switch {
	case !ok:
		return Unsure
	case slices.ContainsFunc(any, func(s string) bool { return strings.EqualFold(s, text) }):
		return Yes
	}
	return No
}

// tcp reports whether the rule is about TCP: by name, by number, or because it names no protocol and is about all.
func (r *SecurityRule) tcp() Verdict {
	name, ok := r.Protocol.Or("")
	switch {
	case !ok:
		return Unsure
	case name == "" || name == "6" || strings.EqualFold(name, "tcp"):
		return Yes
	case name == "0" || strings.EqualFold(name, "any"):
		return Unsure // all protocols where it is accepted
	}
	return No
}

// PortRange is a range of ports, both ends among them.
type PortRange struct{ First, Last int }

// allPorts is what a rule without ports is about.
var allPorts = PortRange{1, 65535}

// String is the range as rules write it.
func (p PortRange) String() string {
	if p.First == p.Last {
		return strconv.Itoa(p.First)
	}
	return strconv.Itoa(p.First) + "-" + strconv.Itoa(p.Last)
}

// Contains reports whether a port is in the range.
func (p PortRange) Contains(port int) bool { return p.First <= port && port <= p.Last }

// PortRanges returns the ports that the rule is about. A rule without ports is about every port.
func (r *SecurityRule) PortRanges() Set[PortRange] {
	if text, ok := r.Ports.Get(); ok && text != "" {
		return parsePorts(text)
	}
	if r.Ports.Unknown() {
		return Set[PortRange]{}
	}
	if r.PortMin.Absent() && r.PortMax.Absent() {
		return SetOf(allPorts)
	}
	low, ok := r.PortMin.Get()
	if !ok || low == 0 {
		return Set[PortRange]{}
	}
	high, ok := r.PortMax.Get()
	if !ok || high < low {
		// Without an end it is the first port at least. What the service makes of it is not documented.
		return SetOf(PortRange{low, low}).OrOthers(true)
	}
	return SetOf(PortRange{low, high})
}

// parsePorts reads "80", "1-30" and "22,3389,80".
func parsePorts(text string) Set[PortRange] {
	return Map(SetOf(strings.Split(text, ",")...), func(part string) (PortRange, bool) {
		low, high, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			high = low
		}
		first, err := strconv.Atoi(strings.TrimSpace(low))
		last, err2 := strconv.Atoi(strings.TrimSpace(high))
		return PortRange{first, last}, err == nil && err2 == nil
	})
}

// Covers reports whether the rule is about a port. Every rule is about some port: see [AnyPort].
func (r *SecurityRule) Covers(port int) Verdict {
	return r.PortRanges().Any(func(p PortRange) Verdict { return verdictOf(port == AnyPort || p.Contains(port)) })
}

// reaches reports whether callers can come by the rule's address family.
func (r *SecurityRule) reaches(ipv6 Verdict) Verdict {
	switch is(r.Family, "IPv4", "IPv6") {
	case Yes:
		return ipv6
	case No:
		return Yes
	case Unsure:
	}
	return Unsure
}

func familyOf(r *SecurityRule) string {
	family, _ := r.Family.Or("IPv4")
	return family
}

// source is the set of addresses that a rule is about.
type source struct {
	known  bool
	prefix netip.Prefix
}

func (r *SecurityRule) source() source {
	if !r.FromGroup.Absent() || !r.FromSet.Absent() {
		return source{}
	}
	everyone := "0.0.0.0/0"
	if familyOf(r) == "IPv6" {
		everyone = "::/0"
	}
	text, ok := r.From.Or(everyone)
	if text == "" {
		text = everyone
	}
	prefix, err := netip.ParsePrefix(text)
	if err != nil {
		if addr, addrErr := netip.ParseAddr(text); addrErr == nil {
			prefix, err = netip.PrefixFrom(addr, addr.BitLen()), nil
		}
	}
	return source{known: ok && err == nil, prefix: prefix}
}

// contains reports whether s certainly holds all addresses of other. Everyone holds even what is not known.
func (s source) contains(other source) bool {
	if !s.known {
		return false
	}
	if s.prefix.Bits() == 0 {
		return true
	}
	return other.known && s.prefix.Bits() <= other.prefix.Bits() && s.prefix.Contains(other.prefix.Addr())
}

// Everyone reports whether the rule is about every address of its family. Members of a group and a set of addresses
// are not everyone.
func (r *SecurityRule) Everyone() Verdict {
	if r.FromGroup.Target() != nil || len(r.FromSet.Origins()) > 0 || text(r.FromSet) != "" {
		return No
	}
	switch s := r.source(); {
	case !s.known:
		return Unsure
	case s.prefix.Bits() == 0:
		return Yes
	}
	return No
}

// Denies reports whether the rule keeps out some of those who come to the port.
func (r *SecurityRule) Denies(port int) Verdict {
	return all(is(r.Direction, "", "ingress"), is(r.Action, "allow", "deny"), r.tcp(), r.Covers(port))
}

// CallersByIPv6 reports whether callers can reach the gateway by IPv6.
func (g *Gateway) CallersByIPv6() Verdict {
	if g.IPv6.Is(true) {
		return Yes
	}
	edition, ok := g.Edition.Get()
	switch {
	case ok && strings.HasSuffix(edition, "_IPV6"):
		return Yes
	case !ok || g.IPv6.Unknown():
		return Unsure
	}
	return No
}
