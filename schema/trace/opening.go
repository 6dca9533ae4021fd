package trace

import (
	"slices"
	"strings"
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

// access names what somebody comes to by a call: the API, by which method, in which environment, at which backend, and from where.
func access(to string, t *Trace, admits string) string {
	return strings.Join([]string{to, t.Call.From.String(), admits, t.Call.Method, t.API, t.Environment, t.Backend}, "\n")
}

// opened returns what a call opens, to those whom lists let in, and to everybody.
func opened(to string, t *Trace) [2]string {
	return [2]string{access(to, t, t.admits()), access(to, t, "")}
}

// note records what the call came to before the step. The same thing by another path or at another host is not newly open.
func (s step) note(reached map[string]bool) {
	for i := range s.before {
		t := &s.before[i]
		if t.Outcome != Arrives {
			continue
		}
		reached[access("internet", t, t.admits())] = true
		if s.anyone(t.API, false) {
			reached[access("anonymous", t, t.admits())] = true
		}
	}
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
