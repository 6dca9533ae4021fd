package trace

import (
	"cmp"
	"maps"
	"slices"

	"github.com/apiglint/apiglint/schema"
)

// served says which definitions of APIs callers get in an environment once a change is made: what is published is a copy, and an edit
// reaches callers only when the API is published again.
type served struct {
	// kept are the APIs that the change edits and certainly does not publish: callers keep what they were.
	kept map[string]bool
	// doubts say why it is not certain whether callers get an edit of an API, and switched what publishes another version of one.
	doubts, switched map[string]string
	// config is what the change makes of the configuration, with what was kept.
	config *schema.Config
}

// labels are the arguments of an API that no caller sees.
var labels = []string{"body_description", "description", "enable_force_new", "failure_response", "name", "success_response", "tags"}

// servedIn returns what callers get in an environment, by its name.
func (c *comparison) servedIn(environment string) *served {
	if c.served == nil {
		c.served = c.serve()
	}
	s := c.served[environment]
	if s != nil && s.config == nil {
		s.config = c.planned
		if len(s.kept) > 0 {
			s.config = schema.Holding(c.planned, c.prior, c.renamed, s.kept)
		}
	}
	return s
}

// serve tells what callers get in each environment in which it is not what is written.
func (c *comparison) serve() map[string]*served {
	all := map[string]*served{}
	if c.prior == nil || c.planned == nil {
		return all
	}
	names := map[schema.EnvironmentKey]string{}
	for _, e := range c.planned.Environments {
		names[schema.EnvironmentKey(e.Address)], _ = e.Name.Get()
	}
	acts := c.changesOf().acts
	for _, api := range c.planned.APIs {
		publishers := c.planned.PublishersOf(api)
		again := map[schema.EnvironmentKey]schema.Verdict{}
		for _, p := range publishers.Certain() {
			verdict, version := c.publishes(p, api, acts)
			if version != "" && p.Environment != "" {
				in(all, names, p.Environment).switched[api.Address] = version
			}
			if old, there := again[p.Environment]; !there || old == schema.No || verdict == schema.Yes {
				again[p.Environment] = verdict
			}
		}
		if !edits(api, acts[api.Address]) {
			continue
		}
		somewhere, there := again[""]
		delete(again, "")
		for environment, verdict := range again {
			switch s := in(all, names, environment); {
			case s.switched[api.Address] != "" || verdict == schema.Yes:
			case verdict == schema.Unsure || publishers.MayHaveOthers() || there && somewhere != schema.No:
				s.doubts[api.Address] = "whether the change of " + api.Address + " is published with it is not known"
			default:
				s.kept[api.Address] = true
			}
		}
	}
	return all
}

// in returns what is known of an environment.
func in(all map[string]*served, names map[schema.EnvironmentKey]string, key schema.EnvironmentKey) *served {
	name := cmp.Or(names[key], string(key))
	if all[name] == nil {
		all[name] = &served{kept: map[string]bool{}, doubts: map[string]string{}, switched: map[string]string{}}
	}
	return all[name]
}

// edits reports whether a change edits in place what callers see of an API. What makes a trigger's API publishes it.
func edits(api *schema.API, change schema.Change) bool {
	seen := func(name string) bool { return !slices.Contains(labels, name) }
	return change.Act == schema.Update && !api.ByTrigger && !api.Symbolic() &&
		(slices.ContainsFunc(change.Arguments, seen) || slices.ContainsFunc(change.Uncertain, seen))
}

// publishes reports whether a change makes a publisher publish the API as it is now. Where it switches to a version, it says so: what that
// version is like nobody here knows.
func (c *comparison) publishes(p schema.Publisher, api *schema.API, acts map[string]schema.Change) (again schema.Verdict, version string) {
	change, changed := acts[p.Address]
	publication, _ := c.planned.Object(p.Instance).(*schema.Publication)
	made := changed && (change.Act == schema.Create || change.Act == schema.Replace)
	switch {
	case publication == nil && made:
		return schema.Yes, ""
	case publication == nil && !changed:
		return schema.No, ""
	case publication == nil:
		return schema.Unsure, ""
	}
	unsure := func(v schema.Value[string]) bool { return v.Unknown() && !c.planned.Planned } // a plan says what changes
	switch id, known := publication.Version.Or(""); {
	case known && id == "":
	case made || slices.Contains(slices.Concat(change.Arguments, change.Uncertain), "version_id"):
		return schema.Unsure, p.Address + " publishes another version of " + api.Address + ", whose content is not known"
	case unsure(publication.Version):
		return schema.Unsure, ""
	default:
		return schema.No, ""
	}
	switch {
	case made || slices.Contains(change.Arguments, "description") || slices.Contains(change.Arguments, "version_id"):
		return schema.Yes, ""
	case !c.planned.Planned && (publication.ReplacedWithEdits(api) || publication.MadeFrom(api)):
		return schema.Yes, ""
	case changed || unsure(publication.Description):
		return schema.Unsure, ""
	}
	return schema.No, ""
}

// definition are the stations that ask the definition of an API.
var definition = []string{"route", "protocol", "authentication", "request", "mapping", "backend-choice", "backend", "response"}

// withApply follows a call through what is there once the change is made, and through what will be there once what it edits is published,
// which is nil where it is the same.
func (c *comparison) withApply(call Call, before []Trace) (now, later []Trace) {
	planned := c.after(call)
	s := c.servedIn(call.Environment())
	if s == nil {
		return planned, nil
	}
	now = planned
	if len(s.kept) > 0 {
		now, later = c.of(s.config, call), planned
	}
	names := Stations()
	for i := range now {
		t := &now[i]
		same := func(other Trace) bool { return other.Gateway == t.Gateway }
		doubt := s.switched[t.API]
		if n := slices.IndexFunc(before, same); doubt == "" && n >= 0 {
			if _, differs := c.effect(&before[n], t); differs && slices.Contains(definition, where(&before[n], t)) {
				doubt = cmp.Or(s.doubts[t.API], s.switched[before[n].API], s.doubts[before[n].API])
			}
		}
		if doubt == "" || t.Ends != "" && slices.Index(names, t.Ends) < slices.Index(names, "route") {
			continue
		}
		now[i] = t.doubtedAt("route", doubt)
		if n := slices.IndexFunc(later, same); n >= 0 {
			later[n] = now[i]
		}
	}
	return now, later
}

// doubtedAt returns the way of a call of which it is not certain that it passes a station.
func (t *Trace) doubtedAt(station, doubt string) Trace {
	d := *t
	d.Outcome, d.Ends, d.Certainty = Unsettled, station, Certain
	d.Code, d.Status, d.Text = "", 0, ""
	d.Stations = slices.Clone(t.Stations)
	at := d.Station(station)
	at.Verdict, at.Because, at.Code, at.Status = Uncertain, doubt, "", 0
	return d
}

// keeps reports whether callers keep what an API was before the change.
func (c *comparison) keeps(call Call, api string) bool {
	s := c.servedIn(call.Environment())
	return s != nil && s.kept[api]
}

// unpublished returns the APIs whose edits do something to callers once they are published.
func (c *comparison) unpublished(later *Consequences) []string {
	apis := map[string]bool{}
	keep := func(call Call, acts []Act) {
		for _, act := range acts {
			if c.keeps(call, act.Address) {
				apis[act.Address] = true
			}
		}
	}
	for _, a := range later.Changed {
		keep(a.Call, a.By)
	}
	for _, o := range later.Opened {
		keep(o.Call, o.By)
	}
	return slices.Sorted(maps.Keys(apis))
}
