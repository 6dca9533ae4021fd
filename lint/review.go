package lint

import (
	"slices"

	"github.com/apiglint/apiglint/schema"
)

// Review is what a change does to the findings.
type Review struct {
	// Introduced are findings that the change makes, Unchanged those that stay, Fixed those that it ends. Those that
	// comments suppress are left out. Each is sorted as those of a [Result] are.
	Introduced, Unchanged, Fixed []*Finding
	// Suppressed are findings that the change makes and that comments hide.
	Suppressed []*Finding
	// Accepted are findings that a baseline holds.
	Accepted []*Finding
	// Idle says which rules had nothing to judge.
	Idle Idle
}

// checkBoth checks two configurations, at the same time where they have nothing in common.
func checkBoth(o Options, prior, planned *schema.Config) (before, after checked) {
	if len(prior.Root.Files())+len(planned.Root.Files()) > 0 { // they ask the same sources
		return check(o, prior), check(o, planned)
	}
	both := checkAll(o, prior, planned)
	return both[0], both[1]
}

// RunReview checks what exists and what will be, and takes the difference. A resource that is the same under a new
// address has the new one on both sides. Findings on several instances of one text are one, unless a change makes some
// of them and others stay.
func RunReview(o Options, prior, planned *schema.Config) Review {
	priorly, later := checkBoth(o.reviewing(prior, planned), prior, planned)
	before, after := priorly.found, later.found
	as := rewritten([]*schema.Config{prior}, []*schema.Config{planned}, func(id Identity) Identity { return id })
	introduced, unchanged := split(CountsOf(before).Rename(as), after, as)
	introduced = ofConfiguration(introduced, planned)
	stays := CountsOf(unchanged).Rename(as)
	fixed := slices.DeleteFunc(before, func(f *Finding) bool {
		id := as(f.identity())
		stays[id]--
		return stays[id] >= 0
	})
	sources := filesOf(o, []*schema.Config{prior, planned})
	shown := func(findings []*Finding) (left, suppressed []*Finding) {
		result := settled(suppress(o, sources, findings), planned)
		return slices.DeleteFunc(result.Findings, func(f *Finding) bool { return f.Rule.Cause == Suppression }), result.Suppressed
	}
	review := Review{Idle: priorly.idle}
	review.Idle.Add(later.idle)
	review.Introduced, review.Suppressed = shown(introduced)
	review.Unchanged, _ = shown(unchanged)
	review.Fixed, _ = shown(fixed)
	return review
}

// AddChanges checks configurations that know what there was before with the rules that are about changes, and adds what is found:
// a change is new.
func (r *Review) AddChanges(o Options, configs ...*schema.Config) {
	o.Rules = slices.DeleteFunc(slices.Clone(o.Rules), func(rule *Rule) bool { return !rule.Changes })
	o.held = toNothing
	result := Run(o, configs...)
	introduced := slices.DeleteFunc(result.Findings, func(f *Finding) bool { return f.Rule.Cause == Suppression })
	r.Introduced = append(r.Introduced, introduced...)
	slices.SortStableFunc(r.Introduced, compare)
	r.Suppressed = append(r.Suppressed, result.Suppressed...)
	if r.Idle == nil {
		r.Idle = Idle{}
	}
	r.Idle.Add(result.Idle)
}

// ofConfiguration leaves out findings about what the configuration no longer has, and cannot change: what is forgotten stays in
// the cloud, and counts for others.
func ofConfiguration(findings []*Finding, c *schema.Config) []*Finding {
	gone := map[string]bool{}
	for _, r := range c.Resources {
		if r.Instance.Undeclared {
			gone[r.Address] = true
		}
	}
	return slices.DeleteFunc(findings, func(f *Finding) bool { return gone[f.Resource] })
}
