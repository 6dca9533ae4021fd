package schema

import (
	"cmp"
	"net/netip"
	"slices"
)

// Admission says whether a security group lets traffic pass.
type Admission struct {
	Verdict Verdict
	// By is the rule that decided: the one that admits, or the one that denies what another would admit. It is nil
	// where there is no such rule.
	By *SecurityRule
}

// flow is TCP between the members of a security group and others.
type flow struct {
	way  string  // ingress or egress
	port int     // of whoever is called
	ipv6 Verdict // whether it may come by IPv6
	// peers are the addresses of the others, none where they may have any.
	peers []netip.Prefix
	// member reports whether the others are in a group. It is nil for somebody who is outside of the group itself.
	member func(*SecurityGroup) Verdict
}

// RulesOf returns the rules of a security group that are declared here, beside those that every new group has.
func (c *Config) RulesOf(group *SecurityGroup) Set[*SecurityRule] { return c.links.rulesOf.of(group) }

// Admits reports whether the security group lets TCP in at a port from any address outside the group. ipv6 says
// whether callers may come by IPv6.
func (c *Config) Admits(group *SecurityGroup, port int, ipv6 Verdict) Admission {
	return c.AdmitsFrom(group, port, ipv6, nil)
}

// AdmitsFrom reports whether the security group lets TCP in at a port from any address of some ranges, and by which rule, nil where
// it is none that is declared. Without ranges it is anybody's address.
func (c *Config) AdmitsFrom(group *SecurityGroup, port int, ipv6 Verdict, ranges []netip.Prefix) Admission {
	return c.admission(group, flow{way: "ingress", port: port, ipv6: ipv6, peers: ranges})
}

// LetsOut reports whether the security group lets its members call a port of an address, or of any where it is not valid.
func (c *Config) LetsOut(group *SecurityGroup, port int, to netip.Addr) Admission {
	f := flow{way: "egress", port: port, ipv6: Unsure, member: func(*SecurityGroup) Verdict { return Unsure }}
	if to.IsValid() {
		f.peers = []netip.Prefix{netip.PrefixFrom(to, to.BitLen())}
		f.ipv6 = verdictOf(to.Is6())
		if !to.IsPrivate() {
			f.member = func(*SecurityGroup) Verdict { return No } // a member is called at its private address
		}
	}
	return c.admission(group, f)
}

func (c *Config) admission(group *SecurityGroup, f flow) Admission {
	declared := c.RulesOf(group)
	rules := slices.Clone(declared.Certain())
	slices.SortStableFunc(rules, func(a, b *SecurityRule) int {
		p, _ := a.Priority.Or(1)
		q, _ := b.Priority.Or(1)
		return cmp.Compare(p, q)
	})
	var denying []*SecurityRule
	for _, rule := range rules {
		if is(rule.Action, "allow", "deny") == Yes && is(rule.Direction, "", f.way) != No {
			denying = append(denying, rule)
		}
	}
	result := Admission{Verdict: No}
	if declared.MayHaveOthers() {
		result.Verdict = Unsure
	}
	for _, rule := range rules {
		admits := rule.lets(group, f)
		if admits == No {
			continue
		}
		if denied := deniedBy(denying, rule, f); denied != nil {
			if result.By == nil {
				result.By = denied
			}
			continue
		}
		if admits == Yes && rule.ExistsWith(group.Resource) {
			return Admission{Verdict: Yes, By: rule}
		}
		result.Verdict = Unsure
	}
	if result.Verdict == No {
		switch group.letsByDefault(f).onlyIf(f.way == "ingress" || len(denying) == 0) {
		case Yes:
			return Admission{Verdict: Yes}
		case Unsure:
			result.Verdict = Unsure
		case No:
		}
	}
	return result
}

// letsByDefault reports whether the rules that every new group has let the traffic pass.
func (g *SecurityGroup) letsByDefault(f flow) Verdict {
	keeps := g.keepsDefaults()
	switch {
	case f.way == "egress" || f.port == AnyPort:
		return keeps
	case f.member != nil && keeps != No && f.member(g) != No:
		return Unsure
	}
	return g.OpensByDefault(f.port)
}

// Admits reports whether the rule alone lets TCP in at the port from outside the group.
func (r *SecurityRule) Admits(group *SecurityGroup, port int, ipv6 Verdict) Verdict {
	return r.lets(group, flow{way: "ingress", port: port, ipv6: ipv6})
}

// lets reports whether the rule alone lets the traffic pass.
func (r *SecurityRule) lets(group *SecurityGroup, f flow) Verdict {
	return all(is(r.Direction, "", f.way), is(r.Action, "allow", "allow"), r.tcp(), r.Covers(f.port), r.about(group, f), r.reaches(f.ipv6))
}

// about reports whether the rule is about the others, or some of them.
func (r *SecurityRule) about(group *SecurityGroup, f flow) Verdict {
	if !r.FromGroup.Absent() && !r.FromGroup.Is("") {
		switch target := r.FromGroup.Target(); {
		case target == nil:
			return Unsure
		case f.member != nil:
			return f.member(target)
		case target == group:
			return No
		}
		return Yes.onlyIf(len(f.peers) == 0)
	}
	if len(f.peers) == 0 {
		return Yes
	}
	from := r.source()
	if !from.known {
		return Unsure
	}
	return verdictOf(slices.ContainsFunc(f.peers, from.prefix.Overlaps))
}

// deniedBy returns the rule that denies all that an allowing rule admits at the port, or all that the others may be: before it or at
// its priority. A rule that may deny counts: what is not certainly admitted is left to it.
func deniedBy(denying []*SecurityRule, allow *SecurityRule, f flow) *SecurityRule {
	priority, ok := allow.Priority.Or(1)
	if !ok || f.port == AnyPort {
		return nil
	}
	for _, deny := range denying {
		own, ok := deny.Priority.Or(1)
		if !ok || own > priority || !deny.ExistsWith(allow.Resource) {
			continue
		}
		sameFamily := is(deny.Family, "IPv4", familyOf(allow))
		if all(is(deny.Direction, "", f.way), deny.tcp(), deny.Covers(f.port), sameFamily) == Yes &&
			(deny.source().contains(allow.source()) || deny.source().containsAll(f.peers)) {
			return deny
		}
	}
	return nil
}

// containsAll reports whether s certainly holds all addresses of some ranges.
func (s source) containsAll(ranges []netip.Prefix) bool {
	return len(ranges) > 0 && !slices.ContainsFunc(ranges, func(r netip.Prefix) bool { return !s.contains(source{true, r}) })
}
