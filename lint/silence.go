package lint

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Silence is something that a rule did not judge, because of something that is not known.
type Silence struct {
	Rule *Rule
	// Resource is the address of what it is about.
	Resource string
	// Argument is what is not known, by its path in the resource, "" for how many instances there are. Message is what would be found if
	// nothing was declared beside what was read. One of them is there, where it is not "" for the instances.
	Argument, Message string
	Range             hcl.Range
	// Because is why.
	Because []Related
}

// Silences returns what rules did not judge in a configuration, and because of what. They asked for values that neither an input, a module
// that was read, nor a data source gives before an apply, or that a plan leaves to the apply; or they keep findings back, because something
// may be declared elsewhere. Each rule looks at a model of its own, so that what another one has found out is asked for again.
func Silences(o Options, c *schema.Config) []Silence {
	settings := o.settings(c)
	wants := c.Root.Wants()
	e := edges{of: c, openings: c.Openings(), open: c.Anew(), closed: c.Closed(), at: make([]*schema.Config, len(c.Openings()))}
	var all []Silence
	for _, rule := range o.Rules {
		if rule.Check == nil || rule.Changes || settings.Off(rule) != nil {
			continue
		}
		run := func(own *schema.Config) []*Finding {
			p := &Pass{Config: own, Rule: rule, Today: o.Today, settings: settings}
			rule.Check(p)
			return p.findings
		}
		own := c.Anew()
		all = append(all, unanswered(rule, own, wants, func() { run(own) })...)
		if !own.Whole() {
			all = append(all, e.keptBack(run)...)
		}
	}
	return all
}

// edges are models of one root that differ in what may be declared beside it. Each is made when a rule asks for it.
type edges struct {
	of       *schema.Config
	openings []*schema.Opening
	open     *schema.Config // at all of them
	closed   *schema.Config // at none
	at       []*schema.Config
}

// unanswered returns what a rule asks for while it runs, and is not known.
func unanswered(rule *Rule, c *schema.Config, wants func(*terraform.Instance, *terraform.Block, string) []terraform.Want, run func()) []Silence {
	type question struct {
		block    *terraform.Block
		argument string
	}
	asked := map[question]bool{}
	var all []Silence
	c.Watch(func(r *schema.Resource, b *terraform.Block, argument string) {
		q := question{b, argument}
		if asked[q] {
			return
		}
		asked[q] = true
		because := wants(r.Instance, b, argument)
		if len(because) == 0 {
			return // the provider decides it, and no plan says what
		}
		s := Silence{Rule: rule, Resource: r.Address, Range: b.Header(), Because: related(because)}
		if arg := b.Arg(argument); arg != nil {
			s.Argument, s.Range = b.PathTo(argument), arg.Range()
		} else if at, open := b.Open[argument]; open {
			s.Argument, s.Range = b.PathTo(argument), at
		}
		all = append(all, s)
	})
	run()
	c.Watch(nil)
	slices.SortStableFunc(all, func(a, b Silence) int {
		return cmp.Or(terraform.CompareRanges(a.Range, b.Range), cmp.Compare(a.Resource, b.Resource), cmp.Compare(a.Argument, b.Argument))
	})
	return all
}

// maxAlone is how many openings are looked at one by one.
const maxAlone = 100

// keptBack returns the findings that are there only if nothing is declared elsewhere, each with what alone keeps it back or, where nothing
// does, with all that may.
func (e *edges) keptBack(run func(*schema.Config) []*Finding) []Silence {
	there := CountsOf(run(e.open))
	var all []Silence
	for _, f := range merge(run(e.closed)) {
		if there[f.instances()[0].identity()] == 0 {
			all = append(all, Silence{Rule: f.Rule, Resource: f.Resource, Message: f.Message, Range: f.Range})
		}
	}
	if len(all) > 0 {
		e.because(run, all)
	}
	return all
}

// because adds to what is kept back by what.
func (e *edges) because(run func(*schema.Config) []*Finding, all []Silence) {
	type about struct {
		resource, message string
		at                hcl.Range
	}
	for n := range e.openings[:min(len(e.openings), maxAlone)] {
		if e.at[n] == nil {
			e.at[n] = e.of.OpenAt(n)
		}
		there := map[about]bool{}
		for _, f := range merge(run(e.at[n])) {
			there[about{f.Resource, f.Message, f.Range}] = true
		}
		for i := range all {
			if !there[about{all[i].Resource, all[i].Message, all[i].Range}] {
				all[i].Because = append(all[i].Because, Related{e.openings[n].Range, e.openings[n].Text})
			}
		}
	}
	for i := range all {
		if len(all[i].Because) == 0 {
			for _, o := range e.openings {
				all[i].Because = append(all[i].Because, Related{o.Range, o.Text})
			}
		}
	}
}

func related(wants []terraform.Want) []Related {
	all := make([]Related, len(wants))
	for i, w := range wants {
		all[i] = Related{w.Range, w.Text}
	}
	return all
}
