package schema

import (
	"encoding/json"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Backend is what stands behind an API: the one that serves it by default, or the one of a policy, which serves the
// requests that meet its conditions. Exactly one of Web, Function and Mock is not nil.
type Backend struct {
	API      *API
	Web      *Web
	Function *Function
	Mock     *Mock
	// Policy says that it is the backend of a policy.
	Policy bool
	// Choice is which requests the backend of a policy serves, nil for the default one.
	Choice *Choice
	// Params are the parameters that the gateway adds to the backend's request.
	Params Nested[BackendParam]

	at         Block
	invocation *Value[string] // of a function
}

// Range is the header of the backend's block.
func (b *Backend) Range() hcl.Range { return b.at.Range() }

// Backends returns the backends of an API, the default one first.
func (a *API) Backends() Set[*Backend] { return a.backends }

// gatherBackends reads the backends from the blocks that have them. The provider takes those of one kind only, the default one and
// policies alike, so where one is certain there are none of another kind that is not.
func (a *API) gatherBackends() Set[*Backend] {
	made := func(b Backend, at Block) (*Backend, bool) {
		b.API, b.at = a, at
		return &b, true
	}
	web := Merge(
		Map(a.Web.Set, func(w *Web) (*Backend, bool) {
			return made(Backend{Web: w, Params: a.BackendParams}, w.Block)
		}),
		Map(a.WebPolicies.Set, func(p *WebPolicy) (*Backend, bool) {
			return made(Backend{Web: &p.Web, Policy: true, Choice: &p.Choice, Params: p.Params}, p.Block)
		}),
	)
	function := Merge(
		Map(a.Function.Set, func(f *Function) (*Backend, bool) {
			return made(Backend{Function: f, Params: a.BackendParams, invocation: &f.Invocation}, f.Block)
		}),
		Map(a.FunctionPolicies.Set, func(p *FunctionPolicy) (*Backend, bool) {
			invocation := &p.Mode
			if p.Mode.Absent() {
				invocation = &p.Invocation
			}
			return made(Backend{Function: &p.Function, Policy: true, Choice: &p.Choice, Params: p.Params, invocation: invocation}, p.Block)
		}),
	)
	mock := Merge(
		Map(a.Mock.Set, func(m *Mock) (*Backend, bool) {
			return made(Backend{Mock: m, Params: a.BackendParams}, m.Block)
		}),
		Map(a.MockPolicies.Set, func(p *MockPolicy) (*Backend, bool) {
			return made(Backend{Mock: &p.Mock, Policy: true, Choice: &p.Choice, Params: p.Params}, p.Block)
		}),
	)
	kinds := []Set[*Backend]{web, function, mock}
	if certain := slices.DeleteFunc(slices.Clone(kinds), func(s Set[*Backend]) bool { return len(s.Certain()) == 0 }); len(certain) == 1 {
		return certain[0]
	}
	return Merge(kinds...)
}

// Timeout returns how long the gateway waits for the backend, in milliseconds. It is absent for a mock.
func (b *Backend) Timeout() Value[int] {
	switch {
	case b.Web != nil:
		return b.Web.Timeout
	case b.Function != nil:
		return b.Function.Timeout
	}
	return Value[int]{}
}

// Waits reports whether the gateway waits for the backend's answer: for all but a function that is called without.
func (b *Backend) Waits() Verdict {
	if b.Function == nil {
		return Yes
	}
	return is(*b.invocation, "sync", "sync")
}

// DefaultTimeout is how long the gateway waits for a backend that sets no timeout, in milliseconds.
const DefaultTimeout = 5000

// DefaultTimeoutCeiling is the longest that a gateway waits for any backend, in milliseconds, unless its feature
// backend_timeout says otherwise.
const DefaultTimeoutCeiling = 60000

// MaxTimeoutCeiling is the highest that the feature backend_timeout can be set to, in milliseconds.
const MaxTimeoutCeiling = 600000

// TimeoutCeiling returns the longest that a gateway waits for any backend, in milliseconds, and the feature that says
// so, if there is one. It is false where it is not certain: what a gateway does whose feature is declared and off is not
// documented.
func (c *Config) TimeoutCeiling(g *Gateway) (milliseconds int, by *Feature, certain bool) {
	verdict, feature := c.FeatureOf(g, "backend_timeout")
	switch verdict {
	case No:
		return DefaultTimeoutCeiling, feature, feature == nil
	case Yes:
		text, ok := feature.Config.Get()
		var config struct {
			Max int `json:"max_timeout"`
		}
		if !ok || json.Unmarshal([]byte(text), &config) != nil || config.Max < 1 || config.Max > MaxTimeoutCeiling {
			return 0, feature, false
		}
		return config.Max, feature, !g.Symbolic()
	case Unsure:
	}
	return 0, feature, false
}

// Endpoint is the address that a backend is called at, or the one of a channel's member.
type Endpoint struct {
	// Value is where it is written.
	Value Value[string]
	// Host is a name in lower case or an IP address. It is "" where it is not certain.
	Host string
	// Port is the one that is called, AnyPort where it is not certain.
	Port int
	// IP is the host if it is an address, and not valid otherwise.
	IP netip.Addr
	// EIP is the elastic IP that the host certainly is, or nil.
	EIP *EIP
	// Server is the cloud server that is named by its id, or by its address, or nil.
	Server *Server
	// ByID says that Value is the id of a server, which is called at an address of its own.
	ByID bool
}

// EndpointOf returns the address that a backend is called at. It is false for a backend that is called at none: one
// that is no HTTP backend, one with a channel, which takes precedence over an address, and one of a policy, whose
// address the provider never sends.
func (c *Config) EndpointOf(b *Backend) (Endpoint, bool) {
	if b.Web == nil || b.Policy || !b.Web.Channel.Absent() || b.Web.Address.Absent() {
		return Endpoint{}, false
	}
	return c.endpoint(b.Web.Address, b.Web.defaultPort()), true
}

// defaultPort returns the port that a backend is called at whose address has none.
func (w *Web) defaultPort() int {
	switch protocol, ok := w.Protocol.Or("HTTPS"); {
	case !ok:
		return AnyPort
	case protocol == "HTTP":
		return 80
	}
	return 443
}

// endpoint reads host[:port], with the port that is called where none is written. What holds a variable of the environment (#name#), or is no such address at all, is not
// certain, and neither is a secret.
func (c *Config) endpoint(v Value[string], port int) Endpoint {
	e := Endpoint{Value: v}
	if v.Sensitive() {
		return e // what is read here is shown
	}
	e.EIP = c.eipAt(v)
	text, ok := v.Get()
	if !ok {
		if e.Server = c.serverOf(v); e.Server != nil && v.verbatim() {
			e.Port = port
		}
		host, _, cut := strings.Cut(v.Prefix(), ":")
		if !cut {
			return e
		}
		text, port = host, AnyPort
	}
	if strings.ContainsAny(text, "#/ ") {
		return e
	}
	if addrPort, err := netip.ParseAddrPort(text); err == nil {
		e.IP, e.Port = addrPort.Addr(), int(addrPort.Port())
	} else if addr, err := netip.ParseAddr(strings.Trim(text, "[]")); err == nil {
		e.IP, e.Port = addr, port
	} else {
		host, written, has := strings.Cut(text, ":")
		if e.Port = port; has {
			e.Port, _ = strconv.Atoi(written)
		}
		e.Host = HostName(host)
		return e
	}
	e.Host = e.IP.String()
	return e
}

// eipAt returns the elastic IP whose address a value is, or nil.
func (c *Config) eipAt(v Value[string]) *EIP {
	origin, ok := OriginOf(c.Root.ModuleInstance, v.raw())
	if !ok || origin.Attr != "address" {
		return nil
	}
	eip, _ := c.objects[origin.Instance].(*EIP)
	return eip
}

// Public reports whether the endpoint is an address on the internet. A name may be either.
func (e Endpoint) Public() Verdict {
	switch {
	case e.EIP != nil:
		return Yes
	case e.Server != nil:
		return No
	}
	if !e.IP.IsValid() {
		return Unsure
	}
	_, refused := RefusedRange(e.IP)
	if refused || e.IP.IsPrivate() || carrierGrade.Contains(e.IP) || !e.IP.IsGlobalUnicast() {
		return No
	}
	return Yes
}

// carrierGrade is the shared address space, which is not routed on the internet.
var carrierGrade = netip.MustParsePrefix("100.64.0.0/10")

// refused are the ranges that the gateway does not call backends in.
var refused = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.125.0.0/16"),
	netip.MustParsePrefix("127.0.0.0/8"),
	netip.MustParsePrefix("169.254.0.0/16"),
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"),
	netip.MustParsePrefix("192.88.99.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"),
	netip.MustParsePrefix("224.0.0.0/4"),
	netip.MustParsePrefix("240.0.0.0/4"),
}

// RefusedRange returns the range that an address lies in and that the gateway does not call backends in. It is false
// where there is none.
func RefusedRange(addr netip.Addr) (netip.Prefix, bool) {
	for _, r := range refused {
		if r.Contains(addr.Unmap()) {
			return r, true
		}
	}
	return netip.Prefix{}, false
}

// ChannelMember is a server of a channel, wherever that is written.
type ChannelMember struct {
	Endpoint
	// Weight is absent in a resource of its own, which has that of its group.
	Weight Value[int]
	// Status is 1 for usable and 2 for disabled.
	Status Value[int]
	// Group is the name of its member group.
	Group Value[string]
	// Resource is the member's own, or the channel whose block holds it.
	Resource *Resource

	at hcl.Range
}

// Range is the header of the member's block.
func (m *ChannelMember) Range() hcl.Range { return m.at }

// Builtin reports whether the channel's members are those that are declared. A microservice channel finds them itself,
// and a reference channel has those of others.
func (ch *Channel) Builtin() Verdict { return is(ch.Type, "builtin", "builtin", "2") }

// MembersOf returns the members of a channel.
func (c *Config) MembersOf(ch *Channel) Set[*ChannelMember] {
	inBlock := Map(ch.Members.Set, func(m *MemberInChannel) (*ChannelMember, bool) {
		return &ChannelMember{
			Endpoint: c.memberEndpoint(m.Server, m.Host, ch.portOf(m.Port)), Weight: m.Weight, Status: m.Status, Group: m.Group.Value, Resource: ch.Resource, at: m.Range(),
		}, true
	})
	symbolic := ch.Symbolic()
	alone := Map(c.links.membersOf.of(ch), func(m *Member) (*ChannelMember, bool) {
		symbolic = symbolic || m.Symbolic()
		return &ChannelMember{
			Endpoint: c.memberEndpoint(m.Server, m.Host, ch.portOf(m.Port)), Status: m.Status, Group: m.Group.Value, Resource: m.Resource, at: m.Range(),
		}, true
	})
	return Merge(inBlock, alone).OrOthers(symbolic || ch.Ignores("member") || ch.Builtin() != Yes)
}

// memberEndpoint returns the address of a member, or, of one that is named by its id, the server.
func (c *Config) memberEndpoint(server Ref[Server], host Value[string], port int) Endpoint {
	if host.Absent() && !server.Absent() {
		e := Endpoint{Value: server.Value, Port: port, ByID: true}
		if !server.Loose() {
			e.Server = server.Target()
		}
		return e
	}
	return c.endpoint(host, port)
}

// portOf returns the port that a member of the channel is called at: its own, or the channel's where that is 0 or not set.
func (ch *Channel) portOf(member Value[int]) int {
	port, ok := member.Or(0)
	if ok && port == 0 {
		port, ok = ch.Port.Get()
	}
	if !ok {
		return AnyPort
	}
	return port
}

// FunctionBehind returns the function that a backend certainly calls, if it is declared, or nil.
func (b *Backend) FunctionBehind() *GraphFunction {
	if b.Function == nil {
		return nil
	}
	return b.Function.URN.Target()
}
