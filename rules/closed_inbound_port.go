package rules

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
)

// closedInboundPort finds ports that callers need and the gateway's security group does not open.
var closedInboundPort = &lint.Rule{
	ID: "NET102", Name: "closed-inbound-port", Level: lint.Error, Lower: []lint.Level{lint.Warning, lint.Note}, Cause: lint.Network,
	Title:     "a security group that does not allow a port that callers need",
	Symptom:   "no answer: the connection times out",
	ByRelease: true,
	Elsewhere: true,
	Links: []string{
		"https://support.huaweicloud.com/intl/en-us/usermanual-apig/apig_03_0037.html",
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/networking_secgroup_rule",
	},
	Check: lint.Each(func(p *lint.Pass, g *schema.Gateway) {
		group := g.Filter()
		if group == nil {
			return
		}
		closed := closedPorts(p, g, group)
		if len(closed.needs) == 0 {
			return
		}
		consequence := "calls to it time out"
		level := lint.Warning
		switch g.Balancer() {
		case schema.LVS:
			if closed.shut != nil {
				level, consequence = lint.Error, fmt.Sprintf("calls to %s time out", closed.shut)
			}
		case schema.ELB:
			level, consequence = lint.Note, "calls still pass, because the security group of an ELB gateway does not filter them"
		case schema.AnyBalancer:
			consequence += ", unless the gateway is an ELB gateway"
		}
		f := p.ReportLevelf(level, g, g, "the security group %s of %s does not allow inbound %s: %s", group, g, closed, consequence).
			Remedyf("%s", closed.remedy(group)).
			Relate(group.Range(), "%s is declared here", group)
		for _, need := range closed.needs {
			f.Relate(need.API.Range(), "%s is called on port %d", need.API, need.Port)
			if need.Domain != nil {
				f.Relate(need.Domain.Range(), "%s listens on port %d", hostOf(need.Domain), need.Port)
			}
		}
		if closed.by != nil {
			f.Relate(closed.by.Range(), "%s denies it", closed.by)
		}
	}),
}

// closing is what a security group closes of what a gateway's callers need.
type closing struct {
	needs []schema.Need // the first of each port
	shut  *schema.API   // an API that certainly has no open port
	by    *schema.SecurityRule
}

// String names the ports: TCP 80 (HTTP), or TCP 80 (HTTP) and 443 (HTTPS).
func (c closing) String() string {
	var ports []string
	for _, need := range c.needs {
		ports = append(ports, fmt.Sprintf("%d (%s)", need.Port, need.Protocol))
	}
	return "TCP " + prose.List(ports, "and")
}

// remedy says how the ports are opened.
func (c closing) remedy(group *schema.SecurityGroup) string {
	if c.by != nil {
		return fmt.Sprintf("remove %s, or give a rule that allows the port a higher priority", c.by)
	}
	var ports []string
	for _, need := range c.needs {
		ports = append(ports, strconv.Itoa(need.Port))
	}
	return fmt.Sprintf("add an ingress huaweicloud_networking_secgroup_rule to %s for TCP %s", group, prose.List(ports, "and"))
}

func closedPorts(p *lint.Pass, g *schema.Gateway, group *schema.SecurityGroup) closing {
	var c closing
	admissions := map[int]schema.Admission{}
	open := map[*schema.API]bool{}
	needs := p.Needs(g)
	for _, need := range needs {
		admission, asked := admissions[need.Port]
		if !asked {
			admission = p.Admits(group, need.Port, g.CallersByIPv6())
			admissions[need.Port] = admission
			if admission.Verdict == schema.No {
				c.needs = append(c.needs, need)
				c.by = admission.By
			}
		}
		if admission.Verdict != schema.No {
			open[need.API] = true
		}
	}
	slices.SortFunc(c.needs, func(a, b schema.Need) int { return a.Port - b.Port })
	all := memo(func(group *schema.Group) bool { return p.NeedsAll(g, group) })
	_, public := p.PublicUse(g)
	closedToAll := memo(func(port int) bool { return public || !membersOnly(p, group, port) })
	for _, need := range needs {
		if !open[need.API] && all(need.API.Group.Target()) && closedToAll(need.Port) {
			c.shut = need.API
			break
		}
	}
	return c
}

// membersOnly reports whether a rule opens the port to members of the group itself: then these may be all the callers
// that there are, unless the configuration shows others.
func membersOnly(p *lint.Pass, group *schema.SecurityGroup, port int) bool {
	return slices.ContainsFunc(p.RulesOf(group).Certain(), func(r *schema.SecurityRule) bool {
		return r.FromGroup.Target() == group && r.Covers(port) != schema.No
	})
}
