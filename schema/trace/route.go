package trace

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/paths"
)

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
	slices.SortFunc(takers, byRank)
	// A plugin answers preflight requests before an API for any method is asked, but not in place of one for OPTIONS.
	if !slices.ContainsFunc(takers, func(t candidate) bool { return !t.api.Method.Is("ANY") }) {
		if s, ok := w.preflight(); ok {
			return s
		}
	}
	if len(takers) > 0 {
		return w.chosen(takers)
	}
	switch {
	case w.others:
		return uncertain(w.pointed(), "no API that is fully known matches %s %s, and there may be others", w.call.Method, w.call.Path)
	case unpublished != nil:
		return refused(notFound, 404, things(unpublished), "%s matches %s %s, but is not published in %s", unpublished, w.call.Method, w.call.Path, w.trace.Environment)
	case otherMethod != nil:
		method, _ := otherMethod.Method.Get()
		return refused(notFound, 404, things(otherMethod), "%s matches %s only with %s, not with %s", otherMethod, w.call.Path, method, w.call.Method).
			place(otherMethod.Method.Range())
	}
	return refused(notFound, 404, w.pointed(), "no API of %s matches %s %s", w.scope(), w.call.Method, w.call.Path)
}

// scope names what the API has to be of: the group, or the gateway where its address leads to several.
func (w *walk) scope() string {
	if w.group != nil {
		return w.group.String()
	}
	return w.gateway.String()
}

// corsPlugin is what the backend of a preflight request begins with: the plugin answers in place of the API whose address follows.
const corsPlugin = "the cors plugin of "

func (w *walk) pointed() []thing {
	if w.group != nil {
		return things(w.group)
	}
	return things(w.gateway)
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
		if t.doubt != "" && (best < 0 || t.api.Path.Unknown() || t.api.Matching.Unknown() || t.api.Method.Unknown() || !first(takers[best].rank, t.rank)) {
			if best < 0 || !takers[best].rank.top() {
				return uncertain(things(t.api), "%s", t.doubt)
			}
		}
	}
	winner := takers[best]
	if tied := slices.IndexFunc(takers, func(t candidate) bool { return t.api != winner.api && t.doubt == "" && t.rank == winner.rank }); tied >= 0 {
		one, ok := w.tied(winner, takers)
		if !ok {
			return uncertain(things(winner.api, takers[tied].api), "%s and %s both match the call", winner.api, takers[tied].api)
		}
		winner = one
	}
	if w.others && !winner.rank.top() {
		return uncertain(things(winner.api), "%s matches %s %s, and another API may take precedence", winner.api, w.call.Method, w.call.Path)
	}
	w.api = winner.api
	w.trace.API = winner.api.Address
	byApp := w.group == nil
	if byApp {
		w.group = winner.api.Group.Target()
		if w.group != nil {
			w.trace.Group = w.group.Address
		}
	}
	if byApp && !winner.api.Authentication.Is("APP") {
		return uncertain(things(w.gateway, winner.api), "%s finds the group by the app of a call, and %s may not use APP authentication", w.gateway, winner.api)
	}
	s := passed(things(winner.api), "%s matches %s %s", winner.api, w.call.Method, w.call.Path)
	if other := w.otherMethod; other != nil {
		if first(rankOf(other), winner.rank) {
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

func lesser(api *schema.API) string {
	method, _ := api.Method.Get()
	path, _ := api.Path.Get()
	if mode, _ := api.Matching.Or("Exact"); strings.EqualFold(mode, "Prefix") {
		return fmt.Sprintf("%s %s… is a prefix, and less specific", method, path)
	}
	return fmt.Sprintf("%s %s is less specific", method, path)
}

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
	return append(slices.Collect(of.table.Find(w.call.Path)), of.loose...)
}

// preflight asks whether a plugin answers a preflight request for the path in place of an API.
func (w *walk) preflight() (Station, bool) {
	method := w.call.Headers["access-control-request-method"]
	if w.call.Method != "OPTIONS" || w.call.Headers["origin"] == "" || method == "" {
		return Station{}, false
	}
	var doubted *schema.API
	var found []candidate
	for _, api := range w.near() {
		takes := schema.Unsure
		if of, ok := api.Method.Get(); ok {
			takes = verdictOf(of == method || of == "ANY")
		}
		answers := []schema.Verdict{w.takesPath(api), takes, w.CallableIn(api, w.environment), w.PluginIn(api, "cors", w.environment)}
		switch {
		case slices.Contains(answers, schema.No):
		case slices.Contains(answers, schema.Unsure) || api.Symbolic():
			if doubted == nil || api.Address < doubted.Address {
				doubted = api
			}
		default:
			found = append(found, candidate{api: api, rank: rankOf(api)})
		}
	}
	switch {
	case len(found) > 0:
		api := slices.MinFunc(found, byRank).api
		w.trace.API, w.trace.Backend = api.Address, corsPlugin+api.Address
		return passed(things(api), "the cors plugin of %s answers the preflight request", api).likely(), true
	case doubted != nil:
		return uncertain(things(doubted), "whether a cors plugin of %s answers the preflight request is not known", doubted), true
	}
	return Station{}, false
}

// byRank orders the most specific first.
func byRank(a, b candidate) int {
	order, _ := better(b.rank, a.rank)
	return cmp.Or(order, cmp.Compare(a.api.Address, b.api.Address))
}
