package trace

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// Published is an API in an environment that callers certainly find it in.
type Published struct {
	API         *schema.API
	Environment string

	gateway *schema.Gateway
	group   *schema.Group
}

// PublishedIn returns the APIs that a configuration publishes, once for each environment, group by group.
func PublishedIn(c *schema.Config) []Published {
	var all []Published
	for _, g := range gatewaysOf(c) {
		for _, group := range c.GroupsOf(g).Certain() {
			for _, api := range c.APIsOf(group).Certain() {
				for _, environment := range c.EnvironmentsOf(api) {
					all = append(all, Published{api, environment, g, group})
				}
			}
		}
	}
	return all
}

// Promised returns the calls that a configuration promises to answer: every published API in every environment, at every host that
// leads to its group, over each protocol that both offer.
func Promised(c *schema.Config) []Call {
	var calls []Call
	var group *schema.Group
	var hosts []offer
	for _, p := range PublishedIn(c) {
		if p.group != group {
			group, hosts = p.group, hostsOf(c, p.group)
		}
		from := From{Kind: "gateway-vpc"}
		if p.gateway.PublicEntrance() == schema.Yes {
			from.Kind = "internet"
		}
		for _, h := range hosts {
			if call, ok := promise(p.API, p.Environment, h); ok {
				call.From = from
				calls = append(calls, call)
			}
		}
	}
	return calls
}

// PromisedByAny returns the promised calls of several configurations, each once. A configuration may be nil.
func PromisedByAny(all ...*schema.Config) []Call {
	var calls []Call
	for _, c := range all {
		if c != nil {
			calls = append(calls, Promised(c)...)
		}
	}
	return unique(calls)
}

// unique returns calls, each once.
func unique(calls []Call) []Call {
	seen := map[string]bool{}
	return slices.DeleteFunc(calls, func(c Call) bool {
		key := c.key()
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

// offer is a host of a group with a protocol.
type offer struct {
	scheme, host string
	port         int
}

// anyHost stands for the star of a wildcard.
const anyHost = "any"

// hostsOf returns where a group is called: its domains, and its debugging domain where that is on.
func hostsOf(c *schema.Config, group *schema.Group) []offer {
	var offers []offer
	for _, d := range c.DomainsOf(group).Certain() {
		name, ok := d.Host()
		if !ok {
			continue
		}
		name = strings.Replace(name, "*", anyHost, 1)
		if port, ok := d.HTTPSPort(); ok && port > 0 {
			offers = append(offers, offer{"https", name, port})
		}
		if port, ok := d.HTTPPort(); ok && port > 0 {
			offers = append(offers, offer{"http", name, port})
		}
	}
	if group.Debugging() == schema.Yes {
		offers = append(offers, offer{"https", group.Address, 443}, offer{"http", group.Address, 80})
	}
	return offers
}

// promise returns the call of an API at a host, and false where the API does not take the protocol, or is not known.
func promise(api *schema.API, environment string, at offer) (Call, bool) {
	method, known := api.Method.Get()
	path, ok := api.Path.Get()
	if !known || !ok || api.Speaks(strings.ToUpper(at.scheme)) != schema.Yes {
		return Call{}, false
	}
	if method == "ANY" {
		method = "GET"
	}
	host := at.host
	if at.port != map[string]int{"http": 80, "https": 443}[at.scheme] {
		host += ":" + strconv.Itoa(at.port)
	}
	address := at.scheme + "://" + host + pathOf(api, path)
	query := url.Values{}
	headers := map[string]string{}
	if environment != schema.Release {
		headers["x-stage"] = environment
	}
	for _, p := range api.Params.Certain() {
		name, _ := p.Name.Get()
		switch required, _ := p.Required.Get(); {
		case required && p.Location.Is("QUERY"):
			query.Set(name, valueFor(p))
		case required && p.Location.Is("HEADER"):
			headers[strings.ToLower(name)] = valueFor(p)
		}
	}
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	call, err := ParseCall(method + " " + address)
	if err != nil {
		return Call{}, false
	}
	call.Headers = headers
	return call, true
}

// pathOf returns a path with values in place of its parameters.
func pathOf(api *schema.API, path string) string {
	segments := strings.Split(path, "/")
	for i, segment := range segments {
		name, parameter := strings.CutPrefix(segment, "{")
		if !parameter || !strings.HasSuffix(name, "}") {
			continue
		}
		name = strings.TrimSuffix(strings.TrimSuffix(name, "}"), "+")
		segments[i] = "1"
		for _, p := range api.Params.Certain() {
			if location, _ := p.Location.Or("PATH"); p.Name.Is(name) && location == "PATH" {
				segments[i] = url.PathEscape(valueFor(p))
			}
		}
	}
	return strings.Join(segments, "/")
}

// maxText is the size of the longest text that a promised call sends.
const maxText = 1000

// valueFor returns a value that a parameter may have.
func valueFor(p *schema.Param) string {
	if list, _ := p.Enumeration.Get(); list != "" {
		first, _, _ := strings.Cut(list, ",")
		return first
	}
	if low, ok := p.Minimum.Get(); ok && !p.Type.Is("NUMBER") {
		return strings.Repeat("1", min(max(low, 1), maxText))
	}
	if low, ok := p.Minimum.Get(); ok {
		return strconv.Itoa(low)
	}
	if high, ok := p.Maximum.Get(); ok && high < 1 {
		return strconv.Itoa(high)
	}
	return "1"
}
