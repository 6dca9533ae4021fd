package trace

import (
	"cmp"
	"net/netip"
	"slices"
	"sync"

	"github.com/apiglint/apiglint/schema"
)

// index is what is looked up for each call, so that no call goes through the whole configuration.
type index struct {
	gateways map[string]*schema.Gateway // by address, as what follows
	groups   map[string]*schema.Group
	vpcs     map[string]*schema.VPC
	subnets  map[string]*schema.Subnet
	apps     map[string]*schema.Application // by the addresses of AppCodes, too: nil where one has no certain app
	// bound are the gateways that a domain is certainly bound at, order is that of all gateways, and balancers what they have.
	bound     map[string][]*schema.Gateway
	order     map[*schema.Gateway]int
	balancers map[*schema.Gateway]schema.Balancer
	// environments are those of a gateway by their names, and doubtful says where one may have any name: nil is any gateway.
	environments map[placed]*schema.Environment
	named        map[string][]*schema.Environment // on whatever gateway
	doubtful     map[*schema.Gateway]bool
	// answers are the default responses of each group.
	answers map[*schema.Group]*schema.Response

	// what is found out once: see holders, offers, verifies, refusedOf, leads and arrive
	holding, offered, verified, refused, led, arrived sync.Map
}

// placed is the name of an environment on a gateway, which is nil where it is not certain.
type placed struct {
	gateway *schema.Gateway
	name    string
}

func indexed(c *schema.Config) *index { return schema.Derived(c, newIndex) }

func newIndex(c *schema.Config) *index {
	x := &index{
		gateways: byAddressOf(c.Gateways), groups: byAddressOf(c.Groups), vpcs: byAddressOf(c.VPCs), subnets: byAddressOf(c.Subnets),
		apps: byAddressOf(c.Applications), bound: map[string][]*schema.Gateway{}, order: map[*schema.Gateway]int{},
		balancers: map[*schema.Gateway]schema.Balancer{}, environments: map[placed]*schema.Environment{}, named: map[string][]*schema.Environment{},
		doubtful: map[*schema.Gateway]bool{}, answers: map[*schema.Group]*schema.Response{},
	}
	for _, code := range c.AppCodes {
		x.apps[code.Address] = code.Application.Target()
	}
	for i, g := range gatewaysOf(c) {
		x.order[g], x.balancers[g] = i, g.Balancer()
		for name := range c.BoundAt(g).Domains {
			x.bound[name] = append(x.bound[name], g)
		}
	}
	for _, e := range slices.Backward(c.Environments) {
		if name, known := e.Name.Get(); known && !e.Symbolic() {
			x.environments[placed{e.Gateway.Target(), name}] = e
			x.named[name] = append(x.named[name], e)
		} else {
			x.doubtful[e.Gateway.Target()] = true
		}
	}
	for _, r := range slices.Backward(c.Responses) {
		if group := r.Group.Target(); group != nil && r.Name.Is("default") {
			x.answers[group] = r
		}
	}
	return x
}

// gatewaysOf returns the gateways of a configuration, and after them those of groups that are declared elsewhere.
func gatewaysOf(c *schema.Config) []*schema.Gateway {
	return slices.Concat(c.Gateways, c.GatewaysElsewhere())
}

// byAddressOf returns objects by their addresses.
func byAddressOf[T interface {
	comparable
	String() string
}](objects []T) map[string]T {
	all := make(map[string]T, len(objects))
	for _, o := range objects {
		all[o.String()] = o
	}
	return all
}

// balancer returns the kind of load balancing of the gateway that is called.
func (w *walk) balancer() schema.Balancer { return indexed(w.Config).balancers[w.gateway] }

// boundAt returns the gateways that a host, or a wildcard above it, is certainly bound at, in the order of the configuration.
func (x *index) boundAt(host string) []*schema.Gateway {
	var all []*schema.Gateway
	for _, name := range schema.NamesFor(host) {
		all = append(all, x.bound[name]...)
	}
	if len(all) > 1 {
		slices.SortFunc(all, func(a, b *schema.Gateway) int { return cmp.Compare(x.order[a], x.order[b]) })
		all = slices.Compact(all)
	}
	return all
}

// holders are the subnets that hold an address.
type holders struct {
	subnets []*schema.Subnet
	unknown bool // others may
}

// holders returns the subnets that hold an address. They are looked for once for all calls that come from there.
func (w *walk) holders(ip netip.Addr) holders {
	return once(&indexed(w.Config).holding, ip, func() holders {
		var h holders
		for _, s := range w.Subnets {
			prefix, ok := rangeOf(s)
			h.unknown = h.unknown || !ok || s.Symbolic()
			if ok && prefix.Contains(ip) {
				h.subnets = append(h.subnets, s)
			}
		}
		return h
	})
}

type groupIn struct {
	gateway *schema.Gateway
	group   *schema.Group
	key     schema.EnvironmentKey
}

// offers reports whether anything of the group is published in an environment.
func (w *walk) offers(key schema.EnvironmentKey) schema.Verdict {
	published := func() schema.Verdict {
		return schema.SetOf(w.apis...).OrOthers(w.others).Any(func(api *schema.API) schema.Verdict { return w.CallableIn(api, key) })
	}
	if w.group == nil {
		return published()
	}
	return once(&indexed(w.Config).offered, groupIn{w.gateway, w.group, key}, published)
}

// verifier says whether a domain verifies client certificates.
type verifier struct {
	by      *schema.Resource
	verdict schema.Verdict
}

// verifies returns whether a host verifies client certificates, and the resource that says so.
func (w *walk) verifies(host string) verifier {
	return once(&indexed(w.Config).verified, host, func() verifier {
		by, verdict := w.VerifiesClients(host)
		return verifier{by, verdict}
	})
}

// once returns what is made for a key, which is made once.
func once[K comparable, V any](all *sync.Map, key K, make func() V) V {
	made, ok := all.Load(key)
	if !ok {
		made, _ = all.LoadOrStore(key, make())
	}
	return made.(V)
}
