package trace

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

const notFound = "APIG.0101"

// groupOfHost asks which group the host leads to.
func (w *walk) groupOfHost() Station {
	switch h := w.host; {
	case h.hidden:
		return uncertain(because(w.gateway), "which group %s belongs to is known only where the gateway is", h.name)
	case h.debugging != nil:
		return w.debuggingDomain(h.debugging)
	case len(h.domains) > 0:
		return w.boundTo(h.domains)
	case h.own && h.name == "":
		return w.byOwnAddress()
	case h.others:
		return uncertain(because(w.gateway), "whether %s is bound at %s is not known", h.name, w.gateway)
	}
	return refused(notFound, 404, because(w.gateway), "%s is bound to no group of %s", w.host.name, w.gateway)
}

func (w *walk) debuggingDomain(group *schema.Group) Station {
	by := because(group)
	switch group.Debugging() {
	case schema.No:
		return refused(notFound, 404, by, "the debugging domain of %s is off", group).place(group.DebuggingDomain.Range()).likely()
	case schema.Unsure:
		return uncertain(by, "whether the debugging domain of %s is on is not known", group)
	case schema.Yes:
	}
	if w.call.Port != 80 && w.call.Port != 443 {
		return refused(notFound, 404, by, "the debugging domain of %s is not offered at port %d", group, w.call.Port).likely()
	}
	w.enter(group)
	return passed(by, "it is the debugging domain of %s", group)
}

// enter takes a group for the one of the call.
func (w *walk) enter(group *schema.Group) {
	w.group = group
	w.trace.Group = group.Address
	apis := w.APIsOf(group)
	w.apis, w.others = apis.Certain(), apis.MayHaveOthers() || w.MayHaveOtherAPIs(w.gateway)
}

// boundTo is about a host that is bound here, perhaps at several ports.
func (w *walk) boundTo(domains []*schema.Domain) Station {
	var closed *schema.Domain
	for _, d := range domains {
		port, certain := d.HTTPPort()
		if w.call.Scheme == "https" {
			port, certain = d.HTTPSPort()
		}
		by := because(d)
		switch {
		case d.Group == nil:
			return uncertain(by, "which group %s is bound to is not known", w.host.name)
		case slices.ContainsFunc(domains, func(other *schema.Domain) bool { return other.Group != d.Group }):
			return uncertain(because(d, domains[len(domains)-1]), "%s is bound to several groups", w.host.name)
		case !certain:
			return uncertain(by, "at which port %s offers %s is not known", w.host.name, strings.ToUpper(w.call.Scheme))
		case port != w.call.Port:
			closed = d
			continue
		}
		w.enter(d.Group)
		s := passed(by, "%s is bound to %s", w.host.name, d.Group)
		if w.host.wild {
			s = passed(by, "a wildcard above %s is bound to %s", w.host.name, d.Group).likely()
			if w.host.others {
				return uncertain(by, "a wildcard above %s is bound to %s, and whether the name itself is bound elsewhere is not known", w.host.name, d.Group)
			}
		}
		return s
	}
	return refused(notFound, 404, because(closed), "%s does not offer %s at port %d", w.host.name, strings.ToUpper(w.call.Scheme), w.call.Port).likely()
}

// byOwnAddress is about a call without a host name, which comes to the group DEFAULT unless the gateway finds the group by the app.
func (w *walk) byOwnAddress() Station {
	by := because(w.gateway)
	switch w.CalledByAddress(w.gateway) {
	case schema.Unsure:
		return uncertain(by, "whether %s finds groups by the app of a call (app_route) is not known", w.gateway)
	case schema.Yes:
		groups := w.GroupsOf(w.gateway)
		for _, group := range groups.Certain() {
			apis := w.APIsOf(group)
			w.apis, w.others = append(w.apis, apis.Certain()...), w.others || apis.MayHaveOthers()
		}
		w.others = w.others || groups.MayHaveOthers()
		return passed(by, "%s finds the group by the app of the call (app_route)", w.gateway)
	case schema.No:
	}
	groups := w.GroupsOf(w.gateway)
	for _, group := range groups.Certain() {
		if group.Name.Is("DEFAULT") {
			w.enter(group)
			return passed(because(group), "a call without a host name comes to %s", group)
		}
		if group.Name.Unknown() {
			return uncertain(because(group), "whether %s is the group DEFAULT is not known", group)
		}
	}
	if groups.MayHaveOthers() {
		return uncertain(by, "whether the group DEFAULT of %s has the API is not known", w.gateway)
	}
	return refused(notFound, 404, by, "a call without a host name comes to the group DEFAULT, and no API here is in it")
}

// environmentOfCall asks whether there is the environment that the call names, and anything in it.
func (w *walk) environmentOfCall() Station {
	name := w.call.Environment()
	w.trace.Environment = name
	key, by, s, ok := w.environmentNamed(name)
	if !ok {
		return s
	}
	published := schema.SetOf(w.apis...).OrOthers(w.others).Any(func(api *schema.API) schema.Verdict { return w.CallableIn(api, key) })
	switch published {
	case schema.No:
		s := refused(notFound, 404, by, "nothing of the group is published in %s", name)
		if name == schema.Release && w.publishedElsewhere(key) {
			s.Because += "; it is in another environment, which the header X-Stage names"
		}
		return s
	case schema.Unsure:
		w.environment = key
		return uncertain(by, "whether anything of the group is published in %s is not known", name)
	case schema.Yes:
	}
	w.environment = key
	return passed(by, "the call is for %s", name)
}

func (w *walk) publishedElsewhere(key schema.EnvironmentKey) bool {
	return slices.ContainsFunc(w.apis, func(api *schema.API) bool { return len(w.EnvironmentsOf(api)) > 0 })
}

// environmentNamed returns the environment of a name, or what is said where it is not certain.
func (w *walk) environmentNamed(name string) (key schema.EnvironmentKey, by []thing, s Station, ok bool) {
	if name == schema.Release {
		return schema.Release, nil, Station{}, true
	}
	doubt := w.Open
	for _, e := range w.Environments {
		gateway := e.Gateway.Target()
		switch {
		case gateway != nil && gateway != w.gateway:
		case e.Name.Is(name) && gateway == w.gateway && !e.Symbolic():
			return schema.EnvironmentKey(e.Address), because(e), Station{}, true
		case e.Name.Unknown() || e.Name.Is(name) || e.Symbolic():
			doubt = true
		}
	}
	if doubt {
		return "", nil, uncertain(because(w.gateway), "whether %s has an environment %s is not known", w.gateway, name), false
	}
	return "", nil, refused(notFound, 404, because(w.gateway), "%s has no environment %s", w.gateway, name), false
}

// rank says how exactly a route takes a call: the higher wins.
type rank struct {
	exact    bool // no prefix
	segments int  // of a prefix
	literal  string
	method   bool // not ANY
}

// better compares two ranks, and says whether the order of the two is only likely.
func better(a, b rank) (order int, likely bool) {
	if a.exact != b.exact {
		return cmpBool(a.exact, b.exact), false
	}
	if !a.exact && a.segments != b.segments {
		return cmp.Compare(a.segments, b.segments), false
	}
	if a.literal != b.literal {
		return cmp.Compare(a.literal, b.literal), true
	}
	return cmpBool(a.method, b.method), true
}

func first(a, b rank) bool {
	order, _ := better(a, b)
	return order > 0
}

func cmpBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// top is the rank that nothing outranks: the path itself, and the method itself.
func (r rank) top() bool { return r.exact && r.method && !strings.ContainsAny(r.literal, "01") }

// rankOf returns how exactly an API takes the call. In literal each segment of the path is 2 for a text, 1 for a parameter and 0 for
// one that takes the rest.
func rankOf(api *schema.API) rank {
	path, _ := api.Path.Get()
	mode, _ := api.Matching.Or("Exact")
	method, _ := api.Method.Get()
	r := rank{exact: !strings.EqualFold(mode, "Prefix"), method: method != "ANY"}
	var literal strings.Builder
	for _, segment := range strings.Split(strings.TrimSuffix(path, "/"), "/") {
		switch {
		case strings.HasSuffix(segment, "+}"):
			literal.WriteByte('0')
		case strings.HasPrefix(segment, "{"):
			literal.WriteByte('1')
		default:
			literal.WriteByte('2')
		}
		r.segments++
	}
	r.literal = literal.String()
	return r
}

// candidate is an API that takes the call, or may.
type candidate struct {
	api   *schema.API
	rank  rank
	doubt string // why it is not certain that it does
}

// route chooses the API: by its path first, and then by its method.
func (w *walk) route() Station {
	var takers []candidate
	var unpublished, otherMethod *schema.API
	for _, api := range w.near() {
		path, method := w.takesPath(api), w.takesMethod(api)
		published := w.CallableIn(api, w.environment)
		switch {
		case path == schema.No || published == schema.No && method == schema.No:
		case published == schema.No:
			if path == schema.Yes && method == schema.Yes {
				unpublished = api
			}
		case method == schema.No:
			if path == schema.Yes && published == schema.Yes {
				if otherMethod == nil || first(rankOf(api), rankOf(otherMethod)) {
					otherMethod = api
				}
			}
		default:
			takers = append(takers, candidate{api, rankOf(api), doubtOf(api, path, method, published)})
		}
	}
	w.otherMethod = otherMethod
	slices.SortStableFunc(takers, func(a, b candidate) int { order, _ := better(b.rank, a.rank); return order })
	if len(takers) > 0 {
		return w.chosen(takers)
	}
	if s, ok := w.preflight(); ok {
		return s
	}
	switch {
	case w.others:
		return uncertain(w.pointed(), "no API that is certain takes %s %s, and there may be others", w.call.Method, w.call.Path)
	case unpublished != nil:
		return refused(notFound, 404, because(unpublished), "%s takes %s %s, and is not published in %s", unpublished, w.call.Method, w.call.Path, w.trace.Environment)
	case otherMethod != nil:
		method, _ := otherMethod.Method.Get()
		return refused(notFound, 404, because(otherMethod), "%s takes %s with %s, and not with %s", otherMethod, w.call.Path, method, w.call.Method).
			place(otherMethod.Method.Range())
	}
	return refused(notFound, 404, w.pointed(), "no API of the group takes %s %s", w.call.Method, w.call.Path)
}

func (w *walk) pointed() []thing {
	if w.group != nil {
		return because(w.group)
	}
	return because(w.gateway)
}

func doubtOf(api *schema.API, path, method, published schema.Verdict) string {
	switch {
	case path == schema.Unsure:
		return fmt.Sprintf("the path of %s is not known", api)
	case method == schema.Unsure:
		return fmt.Sprintf("the method of %s is not known", api)
	case published == schema.Unsure:
		return fmt.Sprintf("whether %s is published here is not known", api)
	case api.Symbolic():
		return fmt.Sprintf("how many %s there are is not known", api)
	}
	return ""
}

// chosen takes the best of those that take the call, unless one that may take it would come before it.
func (w *walk) chosen(takers []candidate) Station {
	best := slices.IndexFunc(takers, func(t candidate) bool { return t.doubt == "" })
	for _, t := range takers {
		if t.doubt != "" && (best < 0 || t.api.Path.Unknown() || t.api.Matching.Unknown() || t.api.Method.Unknown() || mayWin(t.rank, takers[best].rank)) {
			if best < 0 || !takers[best].rank.top() {
				return uncertain(because(t.api), "%s", t.doubt)
			}
		}
	}
	winner := takers[best]
	if tied := slices.IndexFunc(takers, func(t candidate) bool { return t.api != winner.api && t.doubt == "" && t.rank == winner.rank }); tied >= 0 {
		one, ok := w.tied(winner, takers)
		if !ok {
			return uncertain(because(winner.api, takers[tied].api), "%s and %s take the call alike", winner.api, takers[tied].api)
		}
		winner = one
	}
	if w.others && !winner.rank.top() {
		return uncertain(because(winner.api), "%s takes %s %s, and there may be an API that takes it before", winner.api, w.call.Method, w.call.Path)
	}
	w.api = winner.api
	w.trace.API = winner.api.Address
	if w.group == nil {
		w.group = winner.api.Group.Target()
		if w.group != nil {
			w.trace.Group = w.group.Address
		}
	}
	s := passed(because(winner.api), "%s takes %s %s", winner.api, w.call.Method, w.call.Path)
	if other := w.otherMethod; other != nil {
		if order, _ := better(rankOf(other), winner.rank); order > 0 {
			s = s.likely()
			w.trace.Candidates = append(w.trace.Candidates, Candidate{other.Address, "its path is more specific, and its method another one", Likely})
		}
	}
	for _, t := range takers {
		if t.api == winner.api || t.doubt != "" {
			continue
		}
		_, likely := better(winner.rank, t.rank)
		lost := Candidate{API: t.api.Address, Why: lesser(t.api), Certainty: Certain}
		if likely {
			lost.Certainty = Likely
			s = s.likely()
		}
		w.trace.Candidates = append(w.trace.Candidates, lost)
	}
	return s
}

// tied returns the only one of those that take the call alike that the app may call: by the gateway's address they are of several groups.
func (w *walk) tied(winner candidate, takers []candidate) (candidate, bool) {
	app := w.application()
	if w.group != nil || app == nil {
		return candidate{}, false
	}
	var only []candidate
	for _, t := range takers {
		if t.doubt != "" || t.rank != winner.rank {
			continue
		}
		switch w.AuthorizedFor(app, t.api, w.environment) {
		case schema.Yes:
			only = append(only, t)
		case schema.Unsure:
			return candidate{}, false
		case schema.No:
		}
	}
	if len(only) != 1 {
		return candidate{}, false
	}
	return only[0], true
}

func mayWin(a, b rank) bool {
	order, _ := better(a, b)
	return order >= 0
}

func lesser(api *schema.API) string {
	method, _ := api.Method.Get()
	path, _ := api.Path.Get()
	if mode, _ := api.Matching.Or("Exact"); strings.EqualFold(mode, "Prefix") {
		return fmt.Sprintf("%s %s… is a prefix, and less specific", method, path)
	}
	return fmt.Sprintf("%s %s is less specific", method, path)
}

// takesPath reports whether the path of an API takes that of the call.
func (w *walk) takesPath(api *schema.API) schema.Verdict {
	path, ok := api.Path.Get()
	mode, known := api.Matching.Or("Exact")
	if !ok || !known || w.uriEscape() {
		return schema.Unsure
	}
	return verdictOf(paths.Covers(path, strings.EqualFold(mode, "Prefix"), w.call.Path))
}

// uriEscape reports whether the gateway may compare paths as they are sent, and the call has some that matter.
func (w *walk) uriEscape() bool {
	if !strings.Contains(w.call.URL, "%") {
		return false
	}
	verdict, _ := w.FeatureOf(w.gateway, "api_uri_no_escape")
	return verdict != schema.No
}

func (w *walk) takesMethod(api *schema.API) schema.Verdict {
	method, ok := api.Method.Get()
	if !ok {
		return schema.Unsure
	}
	return verdictOf(method == "ANY" || strings.EqualFold(method, w.call.Method))
}

func verdictOf(holds bool) schema.Verdict {
	if holds {
		return schema.Yes
	}
	return schema.No
}

// routed are the APIs of a group by the paths that they take, and those whose path is not known.
type routed struct {
	table paths.Table[*schema.API]
	loose []*schema.API
}

// tables are those of each group.
type tables map[*schema.Group]*routed

// near returns the APIs that may take the path of the call.
func (w *walk) near() []*schema.API {
	if w.group == nil || w.uriEscape() {
		return w.apis
	}
	of := schema.Derived(w.Config, func(c *schema.Config) tables {
		all := tables{}
		for _, group := range c.Groups {
			r := &routed{}
			for _, api := range c.APIsOf(group).Certain() {
				path, ok := api.Path.Get()
				mode, known := api.Matching.Or("Exact")
				if ok && known {
					r.table.Add(path, strings.EqualFold(mode, "Prefix"), api)
				} else {
					r.loose = append(r.loose, api)
				}
			}
			all[group] = r
		}
		return all
	})[w.group]
	return slices.Concat(of.table.Find(w.call.Path), of.loose)
}

// preflight asks whether a plugin answers a preflight request for the path in place of an API.
func (w *walk) preflight() (Station, bool) {
	method := w.call.Headers["access-control-request-method"]
	if w.call.Method != "OPTIONS" || w.call.Headers["origin"] == "" || method == "" {
		return Station{}, false
	}
	for _, api := range w.near() {
		takes, _ := api.Method.Get()
		if w.takesPath(api) != schema.Yes || w.CallableIn(api, w.environment) != schema.Yes || takes != method && takes != "ANY" {
			continue
		}
		switch w.PluginOf(api, "cors") {
		case schema.Yes:
			w.trace.API, w.trace.Backend = api.Address, "the cors plugin of "+api.Address
			return passed(because(api), "the cors plugin of %s answers the preflight request", api).likely(), true
		case schema.Unsure:
			return uncertain(because(api), "whether a cors plugin of %s answers the preflight request is not known", api), true
		case schema.No:
		}
	}
	return Station{}, false
}

// protocol asks whether the API can be called over HTTP or HTTPS, as it is called.
func (w *walk) protocol() Station {
	scheme := strings.ToUpper(w.call.Scheme)
	if _, ok := w.redirected(); ok {
		return passed(because(w.api), "the gateway redirects to https")
	}
	verdict := w.api.Speaks(scheme)
	if verdict != schema.Yes && w.mayRedirect() {
		return uncertain(because(w.api), "whether %s redirects HTTP to HTTPS is not known", w.host.name)
	}
	switch verdict {
	case schema.No:
		protocol, _ := w.api.Protocol.Get()
		return refused("APIG.0607", 400, because(w.api), "%s takes %s", w.api, protocol).place(w.api.Protocol.Range())
	case schema.Unsure:
		return uncertain(because(w.api), "which protocols %s takes is not known", w.api)
	case schema.Yes:
	}
	return passed(because(w.api), "%s takes %s", w.api, scheme)
}

// redirects reports whether the domain redirects calls over HTTP.
func (w *walk) redirects() schema.Verdict {
	if w.call.Scheme != "http" || w.call.Method != "GET" && w.call.Method != "HEAD" || len(w.host.domains) == 0 || w.api == nil {
		return schema.No
	}
	d := w.host.domains[0]
	on, known := d.ToTLS.Or(false)
	port, certain := d.HTTPSPort()
	secure := w.api.Speaks("HTTPS")
	switch {
	case known && !on, certain && port == 0, secure == schema.No, w.Certified(d) == schema.No:
		return schema.No
	case known && certain && secure == schema.Yes && w.Certified(d) == schema.Yes && !d.Resource.Ignores("is_http_redirect_to_https"):
		return schema.Yes
	}
	return schema.Unsure
}

func (w *walk) mayRedirect() bool { return w.redirects() == schema.Unsure }

// redirected returns the call that follows where the gateway redirects.
func (w *walk) redirected() (Call, bool) {
	if w.redirects() != schema.Yes {
		return Call{}, false
	}
	call := w.call
	call.Scheme = "https"
	call.Port, _ = w.host.domains[0].HTTPSPort()
	return call, true
}
