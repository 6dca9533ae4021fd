package trace

import (
	"cmp"
	"slices"
	"time"

	"github.com/apiglint/apiglint/schema"
)

// Effect is what a change does to a call.
type Effect string

// The effects, in the order in which they are told. From arriving to failing a call stops, and with one side uncertain it is doubted,
// may start, is settled or is refused. A call that arrives on both sides may do so elsewhere, or for fewer callers, for more, or for
// others, and one that fails on both otherwise.
const (
	Stops     Effect = "stops"
	Doubted   Effect = "no-longer-certain"
	Starts    Effect = "starts"
	MayStart  Effect = "may-start"
	Settled   Effect = "certain-again"
	Refused   Effect = "certain-to-fail"
	Elsewhere Effect = "another-backend"
	Narrowed  Effect = "fewer-callers"
	Widened   Effect = "more-callers"
	Audience  Effect = "other-callers"
	Otherwise Effect = "fails-otherwise"
)

// Effects returns all effects, in the order in which they are told.
func Effects() []Effect {
	return []Effect{Stops, Doubted, Starts, MayStart, Settled, Refused, Elsewhere, Narrowed, Widened, Audience, Otherwise}
}

// Difference is what a change does to callers.
type Difference struct {
	Consequences
	// Later is what becomes of calls only once the APIs that the change edits and does not publish are published again. Until then callers
	// get what was published. Unpublished are the addresses of those APIs.
	Later       Consequences
	Unpublished []string
	// Unchanged is how many calls end as before. Interrupted are those of them that arrive and yet fail while the change is made, because it
	// destroys what they meet before it makes it anew: Interrupting says what.
	Unchanged, Interrupted int
	Interrupting           []Act
	// Nothing says that there is nothing to tell: no call, or nothing that differs between the sides.
	Nothing bool
}

// Consequences are what becomes of calls.
type Consequences struct {
	// Changed are the calls that end otherwise than before, by effect.
	Changed []Affected
	// Opened are the calls that a change lets in, whom it did not before.
	Opened []Opening
}

// Affected is a call that ends otherwise than before.
type Affected struct {
	Effect Effect
	Call   Call
	// Before and After are its ways. One of them is nil where there was, or will be, no gateway that the call could come to.
	Before, After *Trace
	// By are the changes that do it, as far as that can be told.
	By []Act
}

// Opening is a call that somebody can make who could not before.
type Opening struct {
	// To is anonymous, or internet.
	To   string
	Call Call
	API  string
	By   []Act

	// what is open, to those whom lists let in and to everybody: see [access]
	what [2]string
}

// Act is what a change does to an object.
type Act struct {
	Address string
	schema.Change
}

// Review says what calls are compared, and how.
type Review struct {
	// Renamed returns the address that an object of before has now. Nil means that all keep theirs.
	Renamed func(address string) string
	// Day is when the calls are made, before and after.
	Day time.Time
	// Expected are followed as well as the promised calls.
	Expected []*Expectation
}

// Compare follows the promised calls of two configurations, and those that something is expected of, through both. Either may be nil, where
// there was or will be nothing.
func Compare(before, after *schema.Config, r Review) Difference {
	c := newComparison(before, after, r)
	var d Difference
	var anew []string
	reached, reachedLater := map[string]bool{}, map[string]bool{}
	promised := c.promised()
	for n, call := range slices.Concat(promised, c.expected(r.Expected, promised)) {
		was := c.before(call)
		now, later := c.withApply(call, was)
		applied := step{comparison: c, call: call, before: was, now: now}
		delayed := step{comparison: c, call: call, before: now, now: later, later: true}
		if n < len(promised) {
			applied.note(reached)
			delayed.note(reachedLater)
		}
		changed := applied.add(&d.Consequences, n < len(promised)) // an expected call may be the same one, by somebody else
		waits := later != nil && delayed.add(&d.Later, n < len(promised))
		arrives := func(t Trace) bool { return t.Outcome == Arrives }
		if !changed && len(was)+len(now) > 0 && (!waits || slices.ContainsFunc(now, arrives)) {
			d.Unchanged++
			if by := applied.interrupting(); len(by) > 0 {
				d.Interrupted++
				anew = append(anew, by...)
			}
		}
	}
	d.Interrupting = c.changesOf().listed(anew)
	d.without(reached)
	d.Later.without(reachedLater)
	d.sort()
	d.Later.sort()
	d.Unpublished = c.unpublished(&d.Later)
	told := len(d.Changed)+len(d.Opened)+len(d.Later.Changed)+len(d.Later.Opened) > 0
	d.Nothing = !told && (d.Unchanged == 0 || len(c.changesOf().acts) == 0)
	return d
}

// sort brings what becomes of calls into the order in which it is told.
func (d *Consequences) sort() {
	slices.SortStableFunc(d.Changed, func(a, b Affected) int {
		return cmp.Or(cmp.Compare(slices.Index(Effects(), a.Effect), slices.Index(Effects(), b.Effect)), cmp.Compare(a.Call.key(), b.Call.key()))
	})
	slices.SortStableFunc(d.Opened, func(a, b Opening) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(a.Call.key(), b.Call.key()))
	})
}

// comparison is a comparison of two configurations.
type comparison struct {
	prior, planned *schema.Config
	renamed        func(string) string
	day            time.Time
	former         map[string]string    // the addresses of before, by those of now
	environments   map[string]string    // the names that environments have now, by their addresses
	open           [2]map[string]bool   // the APIs that ask nobody who calls, on both sides
	routes         [2]map[string]string // what the APIs take, on both sides
	changes        *changes             // nil until something changes
	served         map[string]*served   // by the name of the environment, nil until it is asked for
}

func newComparison(before, after *schema.Config, r Review) *comparison {
	renamed := r.Renamed
	if renamed == nil {
		renamed = func(address string) string { return address }
	}
	c := &comparison{prior: before, planned: after, renamed: renamed, day: r.Day, former: map[string]string{}, environments: map[string]string{}}
	for i, side := range []*schema.Config{before, after} {
		c.open[i], c.routes[i] = map[string]bool{}, map[string]string{}
		if side == nil {
			continue
		}
		for _, api := range side.APIs {
			mode, known := api.Authentication.Or("NONE")
			address := api.Address
			if i == 0 {
				address = renamed(address)
			}
			method, _ := api.Method.Get()
			path, _ := api.Path.Get()
			c.routes[i][address] = method + " " + path
			c.open[i][address] = known && mode == "NONE" && !side.PluginMayAuthenticate(api, "")
		}
	}
	if after != nil {
		for _, e := range after.Environments {
			c.environments[e.Address], _ = e.Name.Get()
		}
	}
	if before != nil {
		for _, kind := range []string{"group or gateway", "VPC", "subnet", "application"} {
			for _, address := range Addresses(before, kind) {
				c.former[renamed(address)] = address
			}
		}
	}
	return c
}

// promised returns the promised calls of both sides with the addresses of now, each once.
func (c *comparison) promised() []Call {
	calls := PromisedByAny(c.prior)
	for i := range calls {
		calls[i] = calls[i].at(c.renamed(calls[i].Target))
	}
	return unique(append(calls, PromisedByAny(c.planned)...))
}

// before follows a call through what was there, and names what it meets as it is named now.
func (c *comparison) before(call Call) []Trace {
	if c.prior == nil {
		return nil
	}
	all := c.of(c.prior, c.formerly(call))
	for i := range all {
		t := &all[i]
		t.Call = call
		for _, address := range []*string{&t.Gateway, &t.Group, &t.API, &t.Backend} {
			*address = c.renamed(*address)
		}
		for n := range t.Stations {
			s := &t.Stations[n]
			s.Objects = slices.Clone(s.Objects)
			for n, address := range s.Objects {
				s.Objects[n] = c.renamed(address)
			}
		}
	}
	return all
}

// formerly returns a call as it was made: with the addresses of before.
func (c *comparison) formerly(call Call) Call {
	was := func(address string) string { return cmp.Or(c.former[address], address) }
	call.From.Address, call.As.Address = was(call.From.Address), was(call.As.Address)
	return call.at(was(call.Target))
}

// after follows a call through what will be.
func (c *comparison) after(call Call) []Trace {
	if c.planned == nil {
		return nil
	}
	return c.of(c.planned, call)
}

// of follows a call through a configuration, on the day that the comparison is about.
func (c *comparison) of(config *schema.Config, call Call) []Trace {
	call.Day = c.day
	return Of(config, call)
}

// pairs returns the traces of a call before and after that belong together: those to one gateway, and what is left in order. A gateway
// that the call may come to on one side only says nothing where there is another one.
func (c *comparison) pairs(before, after []Trace) [][2]*Trace {
	var pairs [][2]*Trace
	taken := map[int]bool{}
	var left []int
	for i := range before {
		n := slices.IndexFunc(after, func(t Trace) bool { return t.Gateway == before[i].Gateway })
		if n < 0 || taken[n] {
			left = append(left, i)
			continue
		}
		taken[n] = true
		pairs = append(pairs, [2]*Trace{&before[i], &after[n]})
	}
	for n := range after {
		switch {
		case taken[n]:
		case len(left) > 0:
			pairs = append(pairs, [2]*Trace{&before[left[0]], &after[n]})
			left = left[1:]
		case len(before) == 0:
			pairs = append(pairs, [2]*Trace{nil, &after[n]})
		}
	}
	for _, i := range left {
		if len(after) == 0 {
			pairs = append(pairs, [2]*Trace{&before[i], nil})
		}
	}
	return pairs
}

// outcome returns how a call ends on a side. Without a gateway it fails, unless there may be one that was not read.
func outcome(t *Trace, side *schema.Config) Outcome {
	switch {
	case t != nil:
		return t.Outcome
	case side != nil && !side.Whole():
		return Unsettled
	}
	return Fails
}

// turns are the effects of a change on a call by the outcomes before and after, where they differ.
var turns = map[[2]Outcome]Effect{
	{Arrives, Fails}: Stops, {Arrives, Unsettled}: Doubted, {Fails, Arrives}: Starts,
	{Unsettled, Arrives}: Settled, {Fails, Unsettled}: MayStart, {Unsettled, Fails}: Refused,
}

// effect returns what becomes of a call, and false where nothing does.
func (c *comparison) effect(before, after *Trace) (Effect, bool) {
	was, will := outcome(before, c.prior), outcome(after, c.planned)
	if effect, ok := turns[[2]Outcome{was, will}]; ok {
		return effect, true
	}
	switch {
	case before == nil || after == nil:
		return Otherwise, was == Fails
	case was == Arrives && before.Backend != after.Backend:
		return Elsewhere, true
	case was == Arrives:
		return audience(before, after)
	case was == Fails:
		return Otherwise, before.Ends != after.Ends || before.Code != after.Code
	}
	return "", false
}

// step is what leads from one way of a call to the next: to that once a change is made, or from there to that once its edits are published.
type step struct {
	*comparison
	call        Call
	later       bool
	before, now []Trace
}

// add adds what becomes of the call, and reports whether anything does.
func (s step) add(to *Consequences, opens bool) bool {
	changed := false
	for _, pair := range s.pairs(s.before, s.now) {
		before, after := pair[0], pair[1]
		if effect, ok := s.effect(before, after); ok {
			changed = true
			to.Changed = append(to.Changed, Affected{effect, s.call, before, after, s.causes(before, after)})
		}
		if o, ok := s.opening(before, after); opens && ok {
			o.By = s.causes(before, after)
			to.Opened = append(to.Opened, o)
		}
	}
	return changed
}
