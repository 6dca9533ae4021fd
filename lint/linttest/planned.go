package linttest

import (
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/plan"
	"github.com/apiglint/apiglint/schema/terraform"
)

type jsonOf struct{ cty.Value }

// MarshalJSON spells the value.
func (v jsonOf) MarshalJSON() ([]byte, error) { return ctyjson.Marshal(v.Value, v.Type()) }

// Unlike is something that check and a plan do not agree on.
type Unlike struct {
	// Rule is the rule's ID, Source the name of the only source that it is about, or "".
	Rule, Source string
	// Bare says that only a plan without its sources is unlike.
	Bare   bool
	Reason string
}

// FromNothing returns what a plan of the source from nothing, with the source at hand, makes. It is false where there is no such plan.
func (s Source) FromNothing(t testing.TB) (*schema.Config, bool) {
	t.Helper()
	p, _, ok := s.Plan(t)
	if !ok {
		return nil, false
	}
	return p.Sides(s.root(t)).Planned, true
}

// Planned holds a source to what a plan of it from nothing gives: with the sources at hand the plan introduces what check
// finds, and without them nothing else, unless lifecycle blocks, which a plan does not have, leave something to others. It
// reports whether there is such a plan.
func Planned(t *testing.T, rules []*lint.Rule, name string, src Source, unlike []Unlike) bool {
	t.Helper()
	p, root, ok := src.Plan(t)
	if ok {
		Agrees(t, rules, name, src, p, root, unlike)
	}
	return ok
}

// Agrees holds a plan of a source from nothing to what Planned says. The root is that of the source, with the inputs of the plan.
func Agrees(t *testing.T, rules []*lint.Rule, name string, src Source, p *plan.Plan, root *terraform.Root, unlike []Unlike) {
	t.Helper()
	excused := func(bare bool) map[string]bool {
		ids := map[string]bool{}
		for _, u := range unlike {
			if (u.Source == "" || u.Source == name) && (bare || !u.Bare) {
				ids[u.Rule] = true
			}
		}
		return ids
	}
	o := lint.Options{Rules: rules, Today: Today}
	found := exactly(lint.Run(o, schema.FromRoot(root)).Findings)
	with, without := p.Sides(src.root(t)), p.Sides(nil)
	introduced := exactly(lint.RunReview(o, with.Prior, with.Planned).Introduced)
	report(t, "check finds what a plan from nothing does not introduce", found, introduced, excused(false))
	report(t, "a plan from nothing introduces what check does not find", introduced, found, excused(false))
	if src.mentions("lifecycle") {
		return
	}
	report(t, "a plan from nothing, without the sources, introduces what check does not find",
		exactly(lint.RunReview(o, without.Prior, without.Planned).Introduced), found, excused(true))
}

// Unchanged holds a plan that changes nothing to introducing nothing, be it of the source or of the source as a module, into
// which its resources may have moved. It reports whether there is such a plan.
func Unchanged(t *testing.T, rules []*lint.Rule, src Source) bool {
	t.Helper()
	sources := map[string]Source{"nothing changes": src}
	if extracted, ok := src.InModule(); ok {
		sources["everything moves into a module"] = extracted
	}
	planned := false
	for when, src := range sources {
		p, _, ok := src.Applied(t)
		if !ok {
			continue
		}
		planned = true
		IntroducesNothing(t, rules, when, src, p)
	}
	return planned
}

// IntroducesNothing holds a plan, with its sources and without them, to introducing and fixing nothing.
func IntroducesNothing(t *testing.T, rules []*lint.Rule, when string, src Source, p *plan.Plan) {
	t.Helper()
	for _, sides := range []*plan.Sides{p.Sides(src.root(t)), p.Sides(nil)} {
		r := lint.RunReview(lint.Options{Rules: rules, Today: Today}, sides.Prior, sides.Planned)
		for _, f := range r.Introduced {
			t.Errorf("%s, and the plan introduces: %s %s: %s", when, f.Rule.ID, f.Resource, f.Message)
		}
		for _, f := range r.Fixed {
			t.Errorf("%s, and the plan fixes: %s %s: %s", when, f.Rule.ID, f.Resource, f.Message)
		}
	}
}

// mentions reports whether a text stands in a file of the source.
func (s Source) mentions(text string) bool {
	return slices.ContainsFunc(s.names(), func(name string) bool { return strings.Contains(s[name], text) })
}

// exactly returns findings by rule and address, each with its message.
func exactly(findings []*lint.Finding) map[[2]string]string {
	all := map[[2]string]string{}
	for _, f := range findings {
		for _, address := range append([]string{f.Resource}, f.Also...) {
			if address != "" {
				all[[2]string{f.Rule.ID, address}] = f.Message
			}
		}
	}
	return all
}

func report(t *testing.T, what string, found, in map[[2]string]string, excused map[string]bool) {
	t.Helper()
	for key, message := range found {
		if _, there := in[key]; !there && !excused[key[0]] {
			t.Errorf("%s: %s %s: %s", what, key[0], key[1], message)
		}
	}
}
