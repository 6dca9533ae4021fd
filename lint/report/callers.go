package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/trace"
)

// Callers is what a change does to the callers of one root module, or of what a plan is about.
type Callers struct {
	// Root is the directory of the root module.
	Root string
	trace.Difference
}

// phases are when a change does something to calls: with the apply, and once what it edits is published again.
var phases = []phase{
	{of: func(d *trace.Difference) *trace.Consequences { return &d.Consequences }},
	{later: true, words: " once published again", of: func(d *trace.Difference) *trace.Consequences { return &d.Later }},
}

type phase struct {
	later bool
	words string
	of    func(*trace.Difference) *trace.Consequences
}

// after names the time after a change.
func (p phase) after() string {
	if p.later {
		return "then"
	}
	return "after"
}

// affected is a call that ends otherwise than before, with where its root module is.
type affected struct {
	trace.Affected
	root string
}

// affected returns the calls of all root modules with an effect.
func (r *renderer) affected(when phase, effect trace.Effect) []affected {
	var all []affected
	for i := range r.Callers {
		for _, a := range when.of(&r.Callers[i].Difference).Changed {
			if a.Effect == effect {
				all = append(all, affected{a, r.Callers[i].Root})
			}
		}
	}
	return all
}

// opening is a call that somebody can make now, with where its root module is.
type opening struct {
	trace.Opening
	root string
}

// opened returns the calls of all root modules that are open now to those of a kind.
func (r *renderer) opened(when phase, to string) []opening {
	var all []opening
	for i := range r.Callers {
		for _, o := range when.of(&r.Callers[i].Difference).Opened {
			if o.To == to {
				all = append(all, opening{o, r.Callers[i].Root})
			}
		}
	}
	return all
}

// unpublished are the APIs that a change edits and does not publish, where callers will see that once they are.
func (r *renderer) unpublished() []string {
	var all []string
	for _, callers := range r.Callers {
		all = append(all, callers.Unpublished...)
	}
	return all
}

func (r *renderer) unchangedCalls() int {
	n := 0
	for _, callers := range r.Callers {
		n += callers.Unchanged
	}
	return n
}

// interrupted returns how many unchanged calls fail while a change is made, and what does it.
func (r *renderer) interrupted() (calls int, by []trace.Act) {
	for _, callers := range r.Callers {
		calls += callers.Interrupted
		by = append(by, callers.Interrupting...)
	}
	return calls, by
}

// effects says what becomes of one call, and of several.
var effects = []struct {
	effect        trace.Effect
	one, many     string
	arriving      bool // of stopping and starting, which may be said once
	title, single string
}{
	{trace.Stops, "stops", "stop", true, "Stop arriving", "stops arriving"},
	{trace.Doubted, "may stop arriving (no longer certain)", "may stop arriving (no longer certain)", false, "May stop arriving", "may stop arriving"},
	{trace.Starts, "starts", "start", true, "Start arriving", "starts arriving"},
	{trace.MayStart, "may start arriving", "may start arriving", false, "May start arriving", "may start arriving"},
	{trace.Settled, "is certain to arrive now", "are certain to arrive now", false, "Certain to arrive now", "certain to arrive now"},
	{trace.Refused, "is certain to fail now", "are certain to fail now", false, "Certain to fail now", "certain to fail now"},
	{trace.Elsewhere, "arrives at another backend", "arrive at another backend", false, "Arrive at another backend", "arrives at another backend"},
	{trace.Narrowed, "is open to fewer callers", "are open to fewer callers", false, "Open to fewer callers", "open to fewer callers"},
	{trace.Widened, "is open to more callers", "are open to more callers", false, "Open to more callers", "open to more callers"},
	{trace.Audience, "is open to other callers", "are open to other callers", false, "Open to other callers", "open to other callers"},
	{trace.Otherwise, "fails in another way", "fail in another way", false, "Fail in another way", "fails in another way"},
}

// callersSummary says what becomes of calls, each sentence in a line of its own: 3 calls stop arriving, 1 starts, 41 unchanged. It is empty
// where there are none.
func (r *renderer) callersSummary() []string {
	var lines []string
	for _, when := range phases {
		said := slices.DeleteFunc([]string{r.counted(when), r.openedSummary(when)}, func(s string) bool { return s == "" })
		if when.later && len(said) > 0 {
			apis := r.unpublished()
			said = []string{fmt.Sprintf("once %s %s published again: %s",
				prose.Some(apis, "and"), prose.Agree(len(apis), "is", "are"), strings.Join(said, "; "))}
		}
		lines = append(lines, said...)
		if n, by := r.interrupted(); n > 0 && !when.later {
			lines = append(lines, fmt.Sprintf("interrupted while it is applied: %s, because the change %s", prose.Count(n, "call", "calls"), doneBy(by)))
		}
	}
	return lines
}

// besides says in a few words what may be worse than the counts before it: unchanged calls can be interrupted, or newly open.
func (r *renderer) besides() string {
	var s string
	if n, _ := r.interrupted(); n > 0 {
		s += fmt.Sprintf(", %d interrupted", n)
	}
	open := 0
	for _, a := range audiences {
		open += len(r.opened(phases[0], a.to))
	}
	if open > 0 {
		s += fmt.Sprintf(", %d newly open", open)
	}
	return s
}

// counted says how many calls end in which way.
func (r *renderer) counted(when phase) string {
	var parts []string
	arriving := false
	add := func(n int, one, many string) {
		if len(parts) == 0 {
			one, many = "call "+one, "calls "+many
		}
		parts = append(parts, prose.Count(n, one, many))
	}
	for _, e := range effects {
		n := len(r.affected(when, e.effect))
		if n == 0 {
			continue
		}
		one, many := e.one, e.many
		if e.arriving && !arriving {
			arriving = true
			one, many = one+" arriving", many+" arriving"
		}
		add(n, one, many)
	}
	if n := r.unchangedCalls(); n > 0 && !when.later {
		add(n, "unchanged", "unchanged")
	}
	return strings.Join(parts, ", ")
}

// audiences says to whom calls are open now.
var audiences = []struct{ to, words string }{{"anonymous", "anonymous callers"}, {"internet", "the internet"}}

// openedSummary says in one line to whom a change opens calls, "" where it opens none.
func (r *renderer) openedSummary(when phase) string {
	var parts []string
	for _, a := range audiences {
		if n := len(r.opened(when, a.to)); n > 0 {
			parts = append(parts, prose.Count(n, "call", "calls")+" to "+a.words)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "newly open: " + prose.List(parts, "and")
}

// doneBy says which changes affect a call: destroys a, b and 2 more and creates c. It is empty where that is not known.
func doneBy(acts []trace.Act) string {
	var clauses []string
	for _, act := range []schema.Act{schema.Delete, schema.Replace, schema.Update, schema.Create} {
		var names []string
		for _, a := range acts {
			switch {
			case a.Act != act:
			case act == schema.Update:
				names = append(names, a.Address+a.Detail())
			default:
				names = append(names, a.Address)
			}
		}
		if len(names) > 0 {
			clauses = append(clauses, act.Verb()+" "+prose.Some(names, "and"))
		}
	}
	return prose.List(clauses, "and")
}

// endingOn says how a call ends on one side.
func endingOn(t *trace.Trace) string {
	if t == nil {
		return "there is no gateway that it could come to"
	}
	return ending(*t)
}

// reasonOn says why a call ends where it does, "" where it arrives.
func reasonOn(t *trace.Trace) string {
	if t == nil {
		return ""
	}
	if end := t.End(); end != nil {
		return end.Because
	}
	return ""
}

// reason says why a call does not arrive, on the side that is, or else was, the one where it does not.
func (a affected) reason() string { return cmp.Or(reasonOn(a.After), reasonOn(a.Before)) }

// endings says how a call ends before and after, and whom it is open to where that is what changes.
func (a affected) endings() (before, after string) {
	before, after = endingOn(a.Before), endingOn(a.After)
	if a.Before == nil || a.After == nil || a.Before.Outcome != trace.Arrives || a.After.Outcome != trace.Arrives {
		return before, after
	}
	was, will := a.Before.Admits(), a.After.Admits()
	if was == will {
		return before, after
	}
	return before + forWhom(was), after + forWhom(will)
}

func forWhom(admits string) string {
	if admits == "" {
		return ", for callers from anywhere"
	}
	return ", for callers " + admits
}

// line says what is called, by whom and from where.
func line(call trace.Call) string { return callLine(Traced{Trace: trace.Trace{Call: call}}) }

// maxCalls is how many calls are written out for each effect. JSON has all of them.
const maxCalls = 10

// callers writes what a change does to callers.
func (t *textWriter) callers() {
	summary := t.callersSummary()
	if len(summary) == 0 {
		return
	}
	for _, sentence := range summary {
		fmt.Fprintln(t.out, t.paint.bold(sentence))
	}
	fmt.Fprintln(t.out)
	for _, when := range phases {
		for _, e := range effects {
			all := t.affected(when, e.effect)
			for _, a := range all[:min(len(all), maxCalls)] {
				t.affectedCall(e.single+when.words, a, when)
			}
			t.more(len(all)-maxCalls, e.single+when.words)
		}
		for _, audience := range audiences {
			all, what := t.opened(when, audience.to), "newly open to "+audience.words+when.words
			for _, o := range all[:min(len(all), maxCalls)] {
				t.openedCall(what, o)
			}
			t.more(len(all)-maxCalls, what)
		}
	}
}

func (t *textWriter) more(n int, what string) {
	if n > 0 {
		fmt.Fprintf(t.out, "%s: %s\n\n", what, prose.Count(n, "more call", "more calls"))
	}
}

func (t *textWriter) affectedCall(what string, a affected, when phase) {
	t.flow("", 2, styled{what + ":", t.paint.bold, false}, styled{printable(line(a.Call)), t.paint.bold, false})
	was, will := a.endings()
	t.detail("  ", "before", t.paint.dim, was)
	t.detail("  ", when.after(), t.paint.dim, will)
	if reason := a.reason(); reason != "" {
		t.detail("  ", "because", t.paint.dim, reason)
	}
	if by := doneBy(a.By); by != "" {
		t.detail("  ", "change", t.paint.dim, by)
	}
	fmt.Fprintln(t.out)
}

func (t *textWriter) openedCall(what string, o opening) {
	t.flow("", 2, styled{what + ":", t.paint.bold, false}, styled{printable(line(o.Call)), t.paint.bold, false})
	t.detail("  ", "API", t.paint.dim, o.API)
	if by := doneBy(o.By); by != "" {
		t.detail("  ", "change", t.paint.dim, by)
	}
	fmt.Fprintln(t.out)
}
