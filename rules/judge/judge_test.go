// Package judge_test holds what the rules say of generated resources, of which most have one fault, against what a provider
// says of them.
package judge_test

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema/facts"
)

var seeds = flag.Int("seeds", 1, "how often each type is generated")

// batch is how many resources are in a root.
const batch = 1000

// TestJudge demands that the provider refuses what the facts say it does, that all of it is reported as an error where it is
// wrong, and that nothing else is said to fail the plan.
func TestJudge(t *testing.T) {
	j := newJudge(t)
	figures := map[string]*figure{}
	judgeAll(t, j, "resource", facts.ResourceTypes(), facts.Resource, figures)
	judgeAll(t, j, "data", facts.DataTypes(), facts.Data, figures)
	total := &figure{}
	t.Logf("%6s %8s %8s", "judged", "refused", "agreed")
	for _, kind := range slices.Sorted(maps.Keys(figures)) {
		f := figures[kind]
		t.Logf("%6d %8d %8d  %s", f.judged, f.refused, f.agreed, kind)
		total.judged, total.refused, total.agreed = total.judged+f.judged, total.refused+f.refused, total.agreed+f.agreed
	}
	t.Logf("%6d %8d %8d  in all", total.judged, total.refused, total.agreed)
}

// figure counts configurations.
type figure struct{ judged, refused, agreed int }

// judgeAll judges what is generated of some types.
func judgeAll(t *testing.T, j *judge, mode string, names []string, of func(string) *facts.Type, figures map[string]*figure) {
	t.Helper()
	var all []*trial
	for i, name := range names {
		for seed := range *seeds {
			if of(name).Name == name && linttest.Sampled(i+seed) {
				all = append(all, trials(newGenerator(uint64(seed), of(name)))...)
			}
		}
	}
	for part := range slices.Chunk(all, batch) {
		files := map[string]string{}
		for i, c := range part {
			c.write(mode, fmt.Sprint("r", i))
			files[c.file] = c.text
		}
		complaints := j.complaints(t, files, mode == "data")
		for _, c := range part {
			kind := c.fault
			if c.expected == unseen {
				kind += ", says the documentation"
			}
			if figures[kind] == nil {
				figures[kind] = &figure{}
			}
			c.compare(t, complaints[c.file], figures[kind])
		}
	}
}

// trial is a configuration with its text.
type trial struct {
	*configuration
	form       form
	file, text string
}

// trials returns faultless resources of a type, as many as it has arguments, and one for each fault that it can have.
func trials(g *generator) []*trial {
	var all []*trial
	add := func(c *configuration) {
		f := native
		if !c.rigid {
			f = pick(g.Rand, forms)
		}
		if g.IntN(8) == 0 {
			c.root.name = pick(g.Rand, append([]string{g.of.Name}, g.of.Aliases...))
		}
		all = append(all, &trial{configuration: c, form: f})
	}
	eachAttr(g.of.Attrs, "", func(path string, a *facts.Attr) {
		if a.Configurable() {
			if root := g.faultless(path); root != nil {
				add(&configuration{root: root, fault: "no fault", path: path})
			}
		}
		for _, c := range g.faults(path, a) {
			add(c)
		}
	})
	return all
}

func (c *trial) write(mode, name string) {
	c.file = name + ".tf"
	if c.form == arrays || c.form == objects {
		c.file += ".json"
	}
	c.text = c.root.write(mode, c.form, name)
}

// compare compares what the provider says with what is found.
func (c *trial) compare(t *testing.T, complaints []complaint, sum *figure) {
	t.Helper()
	sum.judged++
	if len(complaints) > 0 {
		sum.refused++
	}
	source := linttest.Source{c.file: c.text, "surroundings.tf": surroundings}
	found := source.Lint(t, rules.All()).Findings
	wrong := c.disagreement(complaints, found)
	if wrong == "" {
		sum.agreed++
		return
	}
	var said strings.Builder
	for _, complaint := range complaints {
		fmt.Fprintf(&said, "  provider:%d: %s: %s\n", complaint.Range.Start.Line, complaint.Summary, complaint.Detail)
	}
	for _, f := range found {
		fmt.Fprintf(&said, "  apiglint:%d: %s %s: %s\n", f.Range.Start.Line, f.Level, f.Rule.ID, f.Message)
	}
	t.Errorf("%s.%s, %s, %s: %s\n%s%s", c.root.name, c.path, c.fault, c.form, wrong, said.String(), c.text)
}

// disagreement says how the provider and what is found differ, "" where they do not.
func (c *trial) disagreement(complaints []complaint, found []*lint.Finding) string {
	lines := map[int]bool{} // where the fault may be reported
	for _, e := range c.at {
		if e != nil {
			lines[e.line] = true
		}
	}
	for _, complaint := range complaints {
		lines[complaint.Range.Start.Line] = true
	}
	claimed, elsewhere, reported, seen := false, false, false, false
	for _, f := range found {
		here := lines[f.Range.Start.Line]
		if strings.HasSuffix(f.Message, "the plan fails") {
			claimed, elsewhere = true, elsewhere || !here
		}
		seen = seen || here
		reported = reported || here && f.Level == lint.Error
	}
	isRefused := len(complaints) > 0
	switch {
	case isRefused && c.expected <= unseen:
		return "is refused, and the facts say otherwise"
	case !isRefused && c.expected == refused:
		return "is accepted, and the facts say otherwise"
	case isRefused && !reported:
		return "is refused, and not reported"
	case !isRefused && claimed:
		return "is accepted, and said to fail the plan"
	case elsewhere && len(complaints) < 2: // a fault may bring others with it
		return "is reported elsewhere too"
	case c.expected == unseen && !seen:
		return "is not reported"
	}
	return ""
}
