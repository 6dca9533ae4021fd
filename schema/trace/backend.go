package trace

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/apiglint/apiglint/schema"
)

// request asks whether the call has the parameters that the API asks for.
func (w *walk) request() Station {
	params := w.api.Params
	for _, p := range params.Certain() {
		if s := w.parameter(p); s.Verdict != Passed {
			return s
		}
	}
	switch {
	case w.api.ByTrigger:
		return passed(things(w.api), "the API of a trigger requires no parameters").likely()
	case params.MayHaveOthers():
		return uncertain(things(w.api), "which parameters %s requires is not known", w.api)
	case params.Empty() == schema.Yes:
		return skipped("%s requires no parameters", w.api)
	}
	return passed(things(w.api), "the call has the required parameters of %s", w.api)
}

// parameter asks whether the call has a parameter, and whether its value is one that is taken.
func (w *walk) parameter(p *schema.Param) Station {
	name, known := p.Name.Get()
	location, too := p.Location.Or("PATH")
	by := things(w.api)
	value, given := w.valueOf(location, name)
	required, certain := p.Required.Or(false)
	check, sure := p.Validated.Or(2)
	validated := check == 1
	switch {
	case !known || !too:
		return uncertain(by, "a parameter of %s is not known", w.api).place(p.Range())
	case !given && location != "PATH" && (!certain || required && p.Default.Unknown()):
		return uncertain(by, "whether %s has to be in the call is not known", name).place(p.Range())
	case !given && location != "PATH" && required && p.Default.Absent():
		return refused("APIG.0201", 400, by, "the %s parameter %s is required, and the call does not have it", strings.ToLower(location), name).place(p.Range())
	case !given || sure && !validated:
		return passed(by, "%s is given", name)
	}
	fits := fits(p, value)
	switch {
	case fits == schema.No && sure:
		return refused("APIG.0201", 400, by, "%s is not an allowed value of %s", strconv.Quote(value), name).place(p.Range())
	case fits != schema.Yes:
		return uncertain(by, "whether %s may be %s is not known", name, strconv.Quote(value)).place(p.Range())
	}
	return passed(by, "%s is given", name)
}

// fits reports whether a value is one of those that are listed, and within the bounds.
func fits(p *schema.Param, value string) schema.Verdict {
	list, known := p.Enumeration.Or("")
	low, lowKnown := p.Minimum.Or(0)
	high, highKnown := p.Maximum.Or(0)
	if !known || !lowKnown || !highKnown || p.Type.Unknown() {
		return schema.Unsure
	}
	if list != "" && !slices.Contains(strings.Split(list, ","), value) {
		return schema.No
	}
	if p.Minimum.Absent() && p.Maximum.Absent() {
		return schema.Yes
	}
	number, err := float64(utf8.RuneCountInString(value)), error(nil) // of a text they bound the size
	if p.Type.Is("NUMBER") {
		number, err = strconv.ParseFloat(value, 64)
	} else if len(value) != utf8.RuneCountInString(value) {
		return schema.Unsure // which may be counted in bytes
	}
	return verdictOf(err == nil && (p.Minimum.Absent() || number >= float64(low)) && (p.Maximum.Absent() || number <= float64(high)))
}

// valueOf returns a parameter of the call.
func (w *walk) valueOf(location, name string) (string, bool) {
	switch location {
	case "QUERY":
		return w.call.Query.Get(name), w.call.Query.Has(name)
	case "HEADER":
		value, ok := w.call.Headers[strings.ToLower(name)]
		return value, ok
	case "PATH":
		path, _ := w.api.Path.Get()
		given := strings.Split(w.call.Path, "/")
		for i, segment := range strings.Split(path, "/") {
			switch {
			case i >= len(given):
			case segment == "{"+name+"}":
				return given[i], true
			case segment == "{"+name+"+}":
				return strings.Join(given[i:], "/"), true
			}
		}
	}
	return "", false
}

// mapping is about the rules that make parameters out of others.
func (w *walk) mapping() Station {
	for _, p := range w.api.Params.Certain() {
		if p.Orchestrations.Empty() != schema.Yes {
			return passed(things(w.api), "how orchestration rules change the request to %s is not checked", w.api).place(p.Range()).likely()
		}
	}
	return skipped("%s has no orchestration rules", w.api)
}

// backendOfAPI asks whether the gateway reaches the backend.
func (w *walk) backendOfAPI() Station {
	if w.backend == nil {
		return uncertain(things(w.api), "which backend %s has is not known", w.api)
	}
	w.trace.Backend = w.named(w.backend)
	return w.reached(w.backend)
}

// named returns how a backend is told.
func (w *walk) named(b *schema.Backend) string {
	switch {
	case b.Mock != nil:
		return "mock"
	case b.Function != nil:
		if f := b.FunctionBehind(); f != nil {
			return f.Address
		}
		urn, _ := b.Function.URN.Get()
		return urn
	case b.Web != nil && b.Web.Channel.Target() != nil:
		return b.Web.Channel.Target().Address
	}
	if b.Web == nil {
		return ""
	}
	address, ok := b.Web.Address.Get()
	path, known := b.Web.Path.Get()
	protocol, _ := b.Web.Protocol.Or("HTTPS")
	if !ok || !known || b.Web.Address.Sensitive() {
		return ""
	}
	return strings.ToLower(protocol) + "://" + address + path
}

func (w *walk) reached(b *schema.Backend) Station {
	by := things(w.api)
	switch {
	case b.Mock != nil:
		return passed(by, "the gateway answers itself").place(b.Range())
	case b.Function != nil && b.FunctionBehind() == nil && b.Function.URN.Unknown():
		return uncertain(by, "which function %s calls is not known", w.api).place(b.Function.URN.Range())
	case b.Function != nil:
		return passed(by, "it calls a function").place(b.Range())
	case b.Web == nil:
		return uncertain(by, "which backend %s has is not known", w.api)
	case !b.Web.Channel.Absent() && !b.Web.Channel.Is(""):
		return w.channel(b.Web.Channel)
	}
	e, ok := w.EndpointOf(b)
	if !ok && b.Policy {
		return uncertain(by, "where a backend policy leads is not known").place(b.Range())
	}
	if at := w.VariableEndpointsIn(b, w.environment); len(at) > 0 {
		return w.anyOf(at)
	}
	if !ok || e.Host == "" && e.EIP == nil {
		return uncertain(by, "the address of the backend of %s is not known", w.api).place(b.Web.Address.Range())
	}
	return w.reaches(e)
}

// anyOf is about a backend whose host is a variable of the environment.
func (w *walk) anyOf(endpoints []schema.GatewayEndpoint) Station {
	said := w.reaches(endpoints[0].Endpoint)
	for _, e := range endpoints[1:] {
		if other := w.reaches(e.Endpoint); other.Verdict != said.Verdict {
			return uncertain(things(w.api), "the value of the variable in the backend of %s is not known", w.api)
		}
	}
	return said
}

func (w *walk) channel(ref schema.Ref[schema.Channel]) Station {
	ch := ref.Target()
	if ch == nil {
		return uncertain(things(w.api), "the channel of %s is not known", w.api).place(ref.Range())
	}
	members := w.MembersOf(ch)
	by := things(ch)
	if behind := w.MembersBehind(ch); ch.Builtin() == schema.No && behind.Empty() == schema.Yes {
		return refused("APIG.0609", 500, by, "%s refers only to channels without members", ch).likely()
	}
	if ch.Builtin() == schema.No {
		return passed(by, "%s finds its members itself", ch).likely()
	}
	groups := w.MemberGroupsOf(ch)
	usable := members.Where(groups.Usable)
	grouped := usable.Where(func(m *schema.ChannelMember) schema.Verdict {
		if _, has := groups.Has(m); has == schema.No {
			return schema.No
		}
		return schema.Yes
	})
	switch {
	case members.Empty() == schema.Yes:
		return refused("APIG.0609", 500, by, "%s has no members", ch)
	case usable.Empty() == schema.Yes:
		return refused("APIG.0610", 502, by, "no member of %s is usable", ch).likely()
	case usable.Empty() == schema.Unsure:
		return uncertain(by, "whether %s has usable members is not known", ch)
	case grouped.Empty() == schema.Yes:
		return refused("APIG.0108", 404, by, "%s lacks the member groups of its members", ch).likely()
	}
	worst := passed(by, "%s has members", ch)
	for _, m := range grouped.Certain() {
		s := w.reaches(m.Endpoint)
		if s.Verdict == Passed {
			return worst
		}
		if worst.Verdict != Uncertain {
			worst = s
		}
	}
	if grouped.MayHaveOthers() && worst.Verdict == Failed {
		return uncertain(by, "whether %s has members that %s reaches is not known", ch, w.gateway)
	}
	return worst
}

// reaches asks whether the gateway reaches an address.
func (w *walk) reaches(e schema.Endpoint) Station {
	g := w.gateway
	by := things(w.api)
	at := e.Value.Range()
	if refusedIn, ok := schema.RefusedRange(e.IP); e.IP.IsValid() && ok {
		return refused("APIG.0404", 403, by, "the gateway refuses backends in %s", refusedIn).place(at)
	}
	if w.ownHost(e.Host) {
		return refused("APIG.0612", 500, by, "%s is a host of %s itself", e.Host, g).place(at)
	}
	if _, literal := e.Value.Get(); e.Host == "" && e.EIP == nil && e.Server == nil {
		if e.Value.Absent() || e.ByID && (literal || len(e.Value.Origins()) > 0) {
			return passed(by, "the backend is a server that is given by its ID").place(at).likely()
		}
		return uncertain(by, "an address of the backend of %s is not known", w.api).place(at)
	}
	switch {
	case e.Server != nil:
		return w.letOut(e, w.letIn(e, w.intoBackend(e, passed(things(e.Server), "%s is called", e.Server).place(at).likely())))
	case !e.IP.IsValid() && e.EIP == nil && w.outwards(e).Verdict == Failed:
		return w.letOut(e, uncertain(things(w.api, g), "%s has no bandwidth for outbound calls, and whether %s is on the internet is not known", g, e.Host).place(at))
	case !e.IP.IsValid() && e.EIP == nil:
		return w.letOut(e, passed(by, "%s is called", e.Host).place(at).likely())
	case e.Public() == schema.Yes:
		return w.letOut(e, w.outwards(e))
	}
	if kept, ok := g.KeptRange(); ok && kept.Contains(e.IP) {
		return uncertain(things(w.api, g), "%s is in %s, which %s reserves", e.IP, kept, g).place(at)
	}
	return w.letOut(e, w.letIn(e, w.intoBackend(e, w.inwards(e.IP).place(at))))
}

func (w *walk) ownHost(name string) bool {
	if name == "" {
		return false
	}
	bound := w.BoundAt(w.gateway)
	return slices.ContainsFunc(schema.NamesFor(name), func(n string) bool { return len(bound.Domains[n]) > 0 })
}

// outwards is about a public backend, which the gateway reaches with a bandwidth for outbound calls.
func (w *walk) outwards(e schema.Endpoint) Station {
	g := w.gateway
	at := e.Value.Range()
	size, known := g.EgressBandwidth.Or(0)
	switch {
	case !known || g.Ignores("bandwidth_size") || !g.LoadBalancers.Absent() || !certainEdition(g):
		return uncertain(things(g), "whether %s has outbound bandwidth is not known", g).place(at)
	case size == 0 && e.IP.IsValid() && w.ReachedByRoute(g, e.IP) != schema.No:
		return uncertain(things(g), "whether a route of %s leads to %s is not known", g, e.IP).place(at)
	case size == 0:
		return refused(w.unavailable(), 502, things(g, w.api), "%s has no outbound bandwidth, and the backend is on the internet", g).place(at)
	}
	return passed(things(w.api), "%s has outbound bandwidth", g).place(at)
}

// inwards is about a private backend, which is in the gateway's VPC, or reached by a route of the gateway.
func (w *walk) inwards(ip netip.Addr) Station {
	g := w.gateway
	vpc := g.VPC.Target()
	if vpc == nil {
		s := passed(things(w.api), "%s is called; the VPC of %s is not declared here", ip, g).likely()
		if _, literal := g.VPC.Get(); !literal && len(g.VPC.Origins()) == 0 {
			s = uncertain(things(w.api, g), "which VPC %s is in is not known", g)
		}
		return s
	}
	ranges, ok := vpc.CIDRs().All()
	switch {
	case !ok:
		return uncertain(things(vpc), "which addresses %s has is not known", vpc)
	case slices.ContainsFunc(ranges, func(r netip.Prefix) bool { return r.Contains(ip) }):
		return passed(things(vpc), "%s is in %s, like the gateway", ip, vpc)
	}
	switch w.ReachedByRoute(g, ip) {
	case schema.No:
		return refused("APIG.0202", 502, things(w.api, vpc), "%s is outside of %s, and %s has no route to it", ip, vpc, g)
	case schema.Unsure:
		return uncertain(things(w.api, vpc), "whether %s has a route to %s is not known", g, ip)
	case schema.Yes:
	}
	if other := w.VPCWith(ip); other != nil && other != vpc {
		s := w.between(place{vpc, g.Subnet.Target()}, place{other, w.SubnetWith(ip)})
		if s.Verdict == Failed {
			s.Code, s.Status = "APIG.0202", 502
		}
		return s
	}
	return passed(things(w.api), "%s has a route to %s", g, ip).likely()
}

// letOut asks the security group of the gateway, through which an LVS gateway alone calls its backends, about one that is reached.
func (w *walk) letOut(e schema.Endpoint, reached Station) Station {
	g := w.gateway
	group, balancer := g.Filter(), w.balancer()
	if reached.Verdict != Passed || balancer == schema.ELB || balancer == schema.AnyBalancer && !g.Placed() {
		return reached
	}
	if group == nil {
		return reached.likely()
	}
	by := things(group)
	switch verdict := w.LetsOut(group, e.Port, e.IP).Verdict; {
	case verdict == schema.Yes:
		return reached
	case verdict == schema.No && balancer == schema.LVS && !w.ownAddress(e):
		return refused(w.unavailable(), 502, by, "%s does not allow %s to call %s", group, g, e.Host).place(e.Value.Range())
	}
	return uncertain(by, "whether %s allows %s to call %s is not known", group, g, e.Host).place(e.Value.Range())
}

// letIn asks the security groups of the server that is called.
func (w *walk) letIn(e schema.Endpoint, reached Station) Station {
	server, certain := w.ServerBehind(e)
	switch {
	case reached.Verdict != Passed || server == nil && certain:
		return reached
	case server == nil:
		return uncertain(things(w.api), "which server has the address of the backend is not certain").place(e.Value.Range())
	}
	by := things(server)
	admission := w.GroupsOfServer(server).Any(func(group *schema.SecurityGroup) schema.Verdict {
		admission, _ := w.AdmitsGateway(group, w.gateway, e.Port)
		return admission.Verdict
	})
	switch admission {
	case schema.Yes:
		return reached
	case schema.No:
		return refused(w.unavailable(), 502, by, "no security group of %s allows calls from %s", server, w.gateway).place(e.Value.Range())
	case schema.Unsure:
	}
	return uncertain(by, "whether the security groups of %s allow calls from %s is not known", server, w.gateway).place(e.Value.Range())
}

// ownAddress reports whether an address may be one of the gateway's VPC, where the server that has it may be in the gateway's group.
func (w *walk) ownAddress(e schema.Endpoint) bool {
	vpc := w.gateway.VPC.Target()
	return e.Public() == schema.No && (vpc == nil || vpc.CIDRs().MayHaveOthers() ||
		slices.ContainsFunc(vpc.CIDRs().Certain(), func(r netip.Prefix) bool { return r.Contains(e.IP) }))
}

// unavailable is the code of a backend that the gateway does not reach.
func (w *walk) unavailable() string {
	if w.backend != nil && w.backend.Web != nil && w.backend.Web.Channel.Absent() {
		return "APIG.0201"
	}
	return "APIG.0610"
}

// certainEdition reports whether the gateway is certainly of an edition whose outbound bandwidth is its own.
func certainEdition(g *schema.Gateway) bool {
	edition, ok := g.Edition.Or("")
	return ok && !strings.HasPrefix(strings.ToUpper(edition), "NLB")
}
