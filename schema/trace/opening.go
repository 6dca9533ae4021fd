package trace

import (
	"slices"
	"strings"

	"github.com/apiglint/apiglint/schema/addresses"
)

// opening returns whom a change lets in: anonymous callers, or the internet.
func (s step) opening(before, after *Trace) (Opening, bool) {
	if after == nil || after.Outcome != Arrives || outcome(before, s.prior) == Unsettled {
		return Opening{}, false
	}
	arrived := before != nil && before.Outcome == Arrives
	if !s.anyone(after.API, true) || arrived && s.anyone(before.API, false) {
		wider := !arrived && outside(before) || arrived && before.admits() != "" && after.admits() == ""
		o := Opening{To: "internet", Call: s.call, API: after.API, what: opened("internet", after)}
		return o, wider && after.Call.From.Kind == "internet"
	}
	anonymous := s.call
	anonymous.As = As{Kind: "nobody"}
	was, now := s.both(anonymous)
	opens := slices.ContainsFunc(now, func(t Trace) bool { return t.Outcome == Arrives }) &&
		!slices.ContainsFunc(was, func(t Trace) bool { return t.Outcome != Fails })
	return Opening{To: "anonymous", Call: anonymous, API: after.API, what: opened("anonymous", after)}, opens
}

// audience returns what becomes of those whom the lists of an API and of its apps let in, and false where nothing does.
func audience(before, after *Trace) (Effect, bool) {
	was, known := before.admitted()
	will, too := after.admitted()
	if !known || !too {
		return Audience, before.admits() != after.admits()
	}
	switch fewer, more := was.Contains(will), will.Contains(was); {
	case fewer && more:
		return "", false
	case fewer:
		return Narrowed, true
	case more:
		return Widened, true
	}
	return Audience, true
}

// admitted returns the addresses that the lists let in, if no others decide, and all of them are known. Lists of every IPv4 address let
// everybody in.
func (t *Trace) admitted() (addresses.Set, bool) {
	left := addresses.Everything()
	s := t.Station("access-control")
	if s == nil || s.admits == "" {
		return left, true
	}
	for _, l := range s.lists {
		switch {
		case !l.known:
			return left, false
		case l.permits && (l.ipv4 || l.all):
		default:
			left = left.Intersect(l.admitted)
		}
	}
	return left, !s.accounts
}

// access names what somebody comes to by a call: the API, by which method, in which environment, at which backend, and from where.
func access(to string, t *Trace, admits string) string {
	return strings.Join([]string{to, t.Call.From.String(), admits, t.Call.Method, t.API, t.Environment, t.Backend}, "\n")
}

// opened returns what a call opens, to those whom lists let in, and to everybody.
func opened(to string, t *Trace) [2]string {
	return [2]string{access(to, t, t.admits()), access(to, t, "")}
}

// note records what the call came to before the step. The same thing by another path, at another host or in the same environment with
// another name is not newly open.
func (s step) note(reached map[string]bool) {
	for i := range s.before {
		t := &s.before[i]
		if t.Outcome != Arrives {
			continue
		}
		was := *t
		for _, environment := range []string{t.Environment, s.environmentNow(t)} {
			was.Environment = environment
			reached[access("internet", &was, t.admits())] = true
			if s.anyone(t.API, false) {
				reached[access("anonymous", &was, t.admits())] = true
			}
		}
	}
}

// environmentNow returns the name that the environment of a call has once the change is made.
func (c *comparison) environmentNow(t *Trace) string {
	if s := t.Station("environment"); s != nil {
		for _, address := range s.Objects {
			if name := c.environments[address]; name != "" {
				return name
			}
		}
	}
	return t.Environment
}

// without takes out the openings of what was reached before.
func (d *Consequences) without(reached map[string]bool) {
	d.Opened = slices.DeleteFunc(d.Opened, func(o Opening) bool { return reached[o.what[0]] || reached[o.what[1]] })
}

// both returns the ways of a call on both sides of the step.
func (s step) both(call Call) (was, now []Trace) {
	was = s.comparison.before(call)
	now, later := s.withApply(call, was)
	if s.later {
		return now, later
	}
	return was, now
}

// anyone reports whether an API asks nobody who calls, on one side of the step.
func (s step) anyone(api string, after bool) bool {
	side := 1
	if before := !s.later && !after; before || s.later != after && s.keeps(s.call, api) {
		side = 0
	}
	return s.open[side][api]
}

// outside reports whether a call ended before it came to an API, or because of where it comes from.
func outside(t *Trace) bool {
	if t == nil || t.Ends == "access-control" {
		return true
	}
	names := Stations()
	return slices.Index(names, t.Ends) < slices.Index(names, "authentication")
}
