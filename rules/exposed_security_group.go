package rules

import (
	"fmt"
	"slices"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// exposedSecurityGroup finds security groups that open more than callers need.
var exposedSecurityGroup = &lint.Rule{
	ID: "NET114", Name: "exposed-security-group", Level: lint.Warning, Lower: []lint.Level{lint.Note}, Cause: lint.Network, Security: 5.3,
	Title:     "a security group that opens other ports than the gateway's to every address",
	Symptom:   "none: calls work, and other ports are open",
	Elsewhere: true,
	Links:     []string{"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html"},
	Options: []lint.Option{{
		Name: "public_ports", Type: lint.Ports, Example: "[8443]",
		Doc: "other ports that are meant to be open to every address",
	}},
	Check: lint.Each(func(p *lint.Pass, group *schema.SecurityGroup) {
		var filtered []*schema.Gateway
		for _, g := range p.GatewaysBehind(group).Certain() {
			if g.Filter() == group && (g.Balancer() == schema.LVS || g.Balancer() == schema.AnyBalancer && !g.Placed()) {
				filtered = append(filtered, g)
			}
		}
		if len(filtered) == 0 {
			return
		}
		needed, known := neededPorts(p, group).All()
		rules, ok := p.RulesOf(group).All()
		if !known || !ok || slices.ContainsFunc(rules, mayDenyEveryone) {
			return
		}
		ports, exposed := asSet(needed), map[schema.Verdict]exposure{}
		for _, g := range filtered {
			ipv6 := g.CallersByIPv6()
			if _, known := exposed[ipv6]; !known {
				exposed[ipv6] = exposureOf(group, rules, ipv6, ports)
			}
			exposed[ipv6].report(p, g, group)
		}
	}),
}

// exposure is what a security group opens to everyone beyond what callers need.
type exposure struct {
	ports []schema.PortRange
	// rules are those that open it. There are none where it is only what a new group opens.
	rules []*schema.SecurityRule
}

func (e exposure) report(p *lint.Pass, g *schema.Gateway, group *schema.SecurityGroup) {
	if len(e.ports) == 0 {
		return
	}
	level := lint.Warning
	if len(e.rules) == 0 {
		level = lint.Note
	}
	f := p.ReportLevelf(level, g, g, "the security group %s of %s allows every address inbound on %s, which no caller of the gateway needs", group, g, portNames(e.ports)).
		Remedyf("%s", narrowed(group, e.rules)).
		Relate(group.Range(), "%s is declared here", group)
	for _, rule := range e.rules {
		f.Relate(rule.Range(), "%s allows it", rule)
	}
}

// neededPorts returns the ports that callers of the gateways of a group may need.
func neededPorts(p *lint.Pass, group *schema.SecurityGroup) schema.Set[int] {
	always := schema.SetOf(append([]int{80, 443, 1026}, p.Numbers("public_ports")...)...)
	return schema.Merge(always, schema.FlatMap(p.GatewaysBehind(group), p.PortsOf))
}

// mayDenyEveryone reports whether a rule may close what others open, for everyone.
func mayDenyEveryone(r *schema.SecurityRule) bool {
	return !r.Action.Absent() && !r.Action.Is("allow", "") && r.Everyone() != schema.No
}

// exposureOf returns what the rules of a group, and the defaults of a new one, certainly open to everyone who comes by IPv6, or does
// not, beyond the needed ports.
func exposureOf(group *schema.SecurityGroup, rules []*schema.SecurityRule, ipv6 schema.Verdict, needed map[int]bool) exposure {
	var e exposure
	for _, rule := range rules {
		ranges, ok := rule.PortRanges().All()
		if !ok || rule.Everyone() != schema.Yes || !rule.ExistsWith(group.Resource) {
			continue
		}
		opens := false
		for _, r := range ranges {
			if rule.Admits(group, r.First, ipv6) != schema.Yes || onlyNeeded(r, needed) {
				continue
			}
			opens = true
			if !slices.Contains(e.ports, r) {
				e.ports = append(e.ports, r)
			}
		}
		if opens {
			e.rules = append(e.rules, rule)
		}
	}
	for _, port := range schema.DefaultPorts {
		if group.OpensByDefault(port) == schema.Yes && !needed[port] && !covered(e.ports, port) {
			e.ports = append(e.ports, schema.PortRange{First: port, Last: port})
		}
	}
	return e
}

func asSet(ports []int) map[int]bool {
	set := make(map[int]bool, len(ports))
	for _, port := range ports {
		set[port] = true
	}
	return set
}

// onlyNeeded reports whether every port of the range is needed.
func onlyNeeded(r schema.PortRange, needed map[int]bool) bool {
	for port := r.First; port <= r.Last; port++ {
		if !needed[port] {
			return false
		}
	}
	return true
}

func covered(ranges []schema.PortRange, port int) bool {
	return slices.ContainsFunc(ranges, func(r schema.PortRange) bool { return r.Contains(port) })
}

// portNames reads port 22, ports 22 and 3389, or every port.
func portNames(ranges []schema.PortRange) string {
	slices.SortFunc(ranges, func(a, b schema.PortRange) int { return a.First - b.First })
	var names []string
	for _, r := range ranges {
		if r.First <= 1 && r.Last >= 65535 {
			return "every port"
		}
		names = append(names, r.String())
	}
	if len(names) == 1 && ranges[0].First == ranges[0].Last {
		return "port " + names[0]
	}
	if len(names) == 1 {
		return "ports " + names[0]
	}
	return "ports " + prose.List(names, "and")
}

// narrowed says what to do about rules of a group that open too much, or about the rules of a new group if there are none.
func narrowed(group *schema.SecurityGroup, by []*schema.SecurityRule) string {
	if len(by) == 0 {
		return fmt.Sprintf("set delete_default_rules = true on %s", group)
	}
	var names []string
	for _, rule := range by {
		names = append(names, rule.Address)
	}
	return fmt.Sprintf("remove %s, or allow only the addresses that need it", prose.Some(names, "and"))
}
