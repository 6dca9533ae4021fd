package schema

import (
	"cmp"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// defaultOpen are the ports that a new security group opens to everyone unless its default rules are removed. 80 and
// 443 are not among them.
var defaultOpen = []int{22, 3389}

// Admission says whether a security group lets callers in at a port.
type Admission struct {
	Verdict Verdict
	// By is the rule that decided: the one that admits, or the one that denies what another would admit. It is nil
	// where there is no such rule.
	By *SecurityRule
}

// Admits answers whether the security group lets TCP in at a port from any address outside the group. ipv6 says
// whether callers may come by IPv6.
func (c *Config) Admits(group *SecurityGroup, port int, ipv6 Verdict) Admission {
	in := c.links.rulesOf
	result := Admission{Verdict: No}
	if c.Open || len(in.loose) > 0 {
		result.Verdict = Unsure
	}
	rules := slices.Clone(in.to[group])
	slices.SortStableFunc(rules, func(a, b *SecurityRule) int {
		p, _ := a.Priority.Or(1)
		q, _ := b.Priority.Or(1)
		return cmp.Compare(p, q)
	})
	for _, rule := range rules {
		admits := rule.admits(group, port, ipv6)
		if admits == No {
			continue
		}
		if denied := deniedBy(rules, rule, port); denied != nil {
			if result.By == nil {
				result.By = denied
			}
			continue
		}
		if admits == Yes && !rule.Symbolic() {
			return Admission{Verdict: Yes, By: rule}
		}
		result.Verdict = Unsure
	}
	if result.Verdict == No && slices.Contains(defaultOpen, port) {
		switch removed, ok := group.NoDefaults.Or(false); {
		case !ok:
			result.Verdict = Unsure
		case !removed:
			return Admission{Verdict: Yes}
		}
	}
	return result
}

// admits answers whether the rule alone lets TCP in at the port from outside the group.
func (r *SecurityRule) admits(group *SecurityGroup, port int, ipv6 Verdict) Verdict {
	verdicts := []Verdict{
		is(r.Direction, "", "ingress"),
		is(r.Action, "allow", "allow"),
		is(r.Protocol, "tcp", "tcp", "0", "any", ""),
		r.covers(port),
		r.outside(group),
		r.reaches(ipv6),
	}
	return all(verdicts...)
}

// is answers whether a value, or its default, is one of these, without regard to case.
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

// all is Yes if all are, No if one is, and Unsure otherwise.
func all(verdicts ...Verdict) Verdict {
	switch {
	case slices.Contains(verdicts, No):
		return No
	case slices.Contains(verdicts, Unsure):
		return Unsure
	}
	return Yes
}

// covers answers whether the port is among the rule's ports. A rule without ports covers all.
func (r *SecurityRule) covers(port int) Verdict {
	if !r.Ports.Absent() {
		text, ok := r.Ports.Get()
		if !ok {
			return Unsure
		}
		return portsCover(text, port)
	}
	if r.PortMin.Absent() && r.PortMax.Absent() {
		return Yes
	}
	low, ok := r.PortMin.Get()
	if !ok {
		return Unsure
	}
	high, ok := r.PortMax.Or(low)
	if !ok {
		return Unsure
	}
	if low <= port && port <= high {
		return Yes
	}
	return No
}

// portsCover reads "80", "1-30" and "22,3389,80".
func portsCover(text string, port int) Verdict {
	for _, part := range strings.Split(text, ",") {
		low, high, isRange := strings.Cut(strings.TrimSpace(part), "-")
		from, err := strconv.Atoi(strings.TrimSpace(low))
		if err != nil {
			return Unsure
		}
		to := from
		if isRange {
			if to, err = strconv.Atoi(strings.TrimSpace(high)); err != nil {
				return Unsure
			}
		}
		if from <= port && port <= to {
			return Yes
		}
	}
	return No
}

// outside answers whether the rule's other side has addresses outside the group.
func (r *SecurityRule) outside(group *SecurityGroup) Verdict {
	if r.FromGroup.Absent() || r.FromGroup.Is("") {
		return Yes
	}
	if target := r.FromGroup.Target(); target != nil {
		if target == group {
			return No
		}
		return Yes
	}
	return Unsure
}

// reaches answers whether callers can come by the rule's address family.
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

// deniedBy answers the rule that denies all that an allowing rule admits at the port: before it or at its priority,
// for all ports and addresses of it. A rule that may deny counts: what is not certainly admitted is left to it.
func deniedBy(rules []*SecurityRule, allow *SecurityRule, port int) *SecurityRule {
	priority, ok := allow.Priority.Or(1)
	if !ok {
		return nil
	}
	for _, deny := range rules {
		own, ok := deny.Priority.Or(1)
		if !ok || own > priority || deny.Symbolic() || is(deny.Action, "allow", "deny") != Yes {
			continue
		}
		sameFamily := is(deny.Family, "IPv4", familyOf(allow))
		if all(is(deny.Direction, "", "ingress"), is(deny.Protocol, "tcp", "tcp", ""), deny.covers(port), sameFamily) == Yes &&
			deny.source().contains(allow.source()) {
			return deny
		}
	}
	return nil
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

// Everyone reports whether the rule is certainly about every address.
func (r *SecurityRule) Everyone() bool {
	s := r.source()
	return s.known && s.prefix.Bits() == 0
}

// CallersByIPv6 answers whether callers can reach the gateway by IPv6.
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
