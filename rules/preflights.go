package rules

import (
	"fmt"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

// preflights are the OPTIONS requests that the APIs of a group may answer.
type preflights struct {
	any   bool // they may answer all
	ways  map[way]*answers
	other map[string]*schema.API // those for a path that do not answer in every way
}

// way is how a request comes: browsers send no X-Stage with it, so an API in RELEASE needs an answer there.
type way struct {
	protocol  string
	inRelease bool
}

type answers struct {
	routes paths.Table[*schema.API]
	all    bool
}

var protocols = []string{"HTTP", "HTTPS"}

func preflightsOf(p *lint.Pass, group *schema.Group) *preflights {
	apis := p.APIsOf(group)
	taken := &preflights{any: apis.MayHaveOthers(), ways: map[way]*answers{}, other: map[string]*schema.API{}}
	for _, api := range apis.Certain() {
		method, known := api.Method.Get()
		if known && method != "OPTIONS" && method != "ANY" {
			continue
		}
		if path, ok := api.Path.Get(); ok && known && taken.other[path] == nil {
			taken.other[path] = api
		}
		if saysNothingOfOrigins(p, api) {
			continue
		}
		for _, protocol := range protocols {
			if api.Speaks(protocol) != schema.No {
				taken.add(way{protocol, false}, api)
				if !keptOutOfRelease(p, api) {
					taken.add(way{protocol, true}, api)
				}
			}
		}
	}
	return taken
}

func (taken *preflights) add(w way, api *schema.API) {
	if taken.ways[w] == nil {
		taken.ways[w] = &answers{}
	}
	route, known := api.Path.Get()
	mode, valid := api.Matching.Or("Exact")
	// The documentation has "/" answer for the whole group.
	taken.ways[w].all = taken.ways[w].all || !known || !valid || route == "/"
	taken.ways[w].routes.Add(route, mode == "Prefix", api)
}

// may reports whether a preflight request for the API may be answered.
func (taken *preflights) may(p *lint.Pass, api *schema.API) bool {
	path, ok := api.Path.Get()
	if taken.any || !ok {
		return true
	}
	inRelease := p.PublishedIn(api, schema.Release) == schema.Yes
	for _, protocol := range protocols {
		a := taken.ways[way{protocol, inRelease}]
		if a != nil && api.Speaks(protocol) != schema.No && (a.all || a.routes.Covers(path)) {
			return true
		}
	}
	return false
}

// miss is what becomes of a preflight request, and what to do about it.
type miss struct{ outcome, remedy string }

// near says why the API for OPTIONS requests that has the path of an API, or "/", does not answer those for it.
func (taken *preflights) near(p *lint.Pass, api *schema.API) (miss, bool) {
	path, _ := api.Path.Get()
	other := taken.other[path]
	if other == nil {
		other = taken.other["/"]
	}
	if other == nil {
		return miss{}, false
	}
	if saysNothingOfOrigins(p, other) {
		return miss{
			fmt.Sprintf("%s answers without CORS headers: browsers do not send the call", other), fmt.Sprintf("set cors = true on %s", other),
		}, true
	}
	for _, protocol := range protocols {
		if api.Speaks(protocol) != schema.No && other.Speaks(protocol) != schema.No {
			return miss{
				fmt.Sprintf("%s does not answer in RELEASE: it gets APIG.0101", other), fmt.Sprintf("publish %s to RELEASE", other),
			}, true
		}
	}
	protocol, _ := api.Protocol.Get()
	return miss{
		fmt.Sprintf("%s does not take over %s: it gets APIG.0607", other, protocol),
		fmt.Sprintf("set request_protocol of %s to %q", other, "BOTH"),
	}, true
}

// saysNothingOfOrigins reports whether an API certainly answers without the headers that browsers ask for: it has no CORS, and a mock
// has no headers of its own.
func saysNothingOfOrigins(p *lint.Pass, api *schema.API) bool {
	cors, ok := api.CORS.Or(false)
	return ok && !cors && len(api.Mock.Certain()) > 0 && api.WebPolicies.Absent() && api.FunctionPolicies.Absent() &&
		p.PluginOf(api, "cors") == schema.No
}

// keptOutOfRelease reports whether an API is certainly published, and not to RELEASE.
func keptOutOfRelease(p *lint.Pass, api *schema.API) bool {
	return p.Published(api) == schema.Yes && p.PublishedIn(api, schema.Release) == schema.No
}
