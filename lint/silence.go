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

// Silences returns what rules did not judge in a configuration that was read from files, and because of what: values that they asked for and
// that no input gives, no module that was read, and no data source before an apply; and findings that they keep back because anything may
// be declared elsewhere. Rules about definitions judge whatever is written, one value at a time, and are left out. Each rule looks at a
// model of its own, so that what another one has found out is asked for again.
func Silences(o Options, c *schema.Config) []Silence {
	settings := o.settings(c)
	wants := c.Root.Wants()
	var all []Silence
	for _, rule := range o.Rules {
		if rule.Check == nil || rule.Changes || rule.Cause == Definition || settings.Off(rule) != nil {
			continue
		}
		run := func(own *schema.Config) []*Finding {
			p := &Pass{Config: own, Rule: rule, Today: o.Today, settings: settings}
			rule.Check(p)
			return p.findings
		}
		own := schema.FromRoot(c.Root)
		all = append(all, unanswered(rule, own, wants, func() { run(own) })...)
		if own.Open {
			all = append(all, keptBack(run(schema.FromRoot(c.Root)), run(schema.Closed(c.Root)), own.Openings())...)
		}
	}
	return all
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
			return // only an apply decides it, or another resource does
		}
		s := Silence{Rule: rule, Resource: r.Address, Range: b.Header(), Because: related(because)}
		if arg := b.Arg(argument); arg != nil {
			s.Argument, s.Range = b.PathTo(argument), arg.Range()
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

// keptBack returns the findings that are there only if nothing is declared elsewhere.
func keptBack(found, closed []*Finding, openings []terraform.Want) []Silence {
	there := CountsOf(found)
	var all []Silence
	for _, f := range merge(closed) {
		if there[f.instances()[0].identity()] == 0 {
			all = append(all, Silence{Rule: f.Rule, Resource: f.Resource, Message: f.Message, Range: f.Range, Because: related(openings)})
		}
	}
	return all
}

func related(wants []terraform.Want) []Related {
	all := make([]Related, len(wants))
	for i, w := range wants {
		all[i] = Related{w.Range, w.Text}
	}
	return all
}
