package analysis

import (
	"fmt"
	"path/filepath"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/baseline"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
)

// openBaseline reads the baseline that the options name, if there is one.
func (a *Analysis) openBaseline() (err error) {
	if a.options.Baseline == "" {
		return nil
	}
	if a.known, err = baseline.Read(a.options.Baseline); err != nil {
		return fmt.Errorf("--baseline: %w", err)
	}
	return nil
}

// record remembers what was found, for a baseline.
func (a *Analysis) record(g *boundary.Group, result lint.Result) {
	absolute := func(known lint.Counts) lint.Counts {
		return known.Rename(func(id lint.Identity) lint.Identity {
			id.Root = filepath.Join(g.Dir, filepath.FromSlash(id.Root))
			return id
		})
	}
	for id, n := range absolute(lint.CountsOf(result.Findings).Acceptable(result.Findings)) {
		a.recorded[id] += n
	}
	for id, n := range absolute(lint.CountsOf(result.Disabled)) {
		a.disabled[id] += n
	}
}

// Baseline answers what is found now, each with the absolute directory of its root module.
func (a *Analysis) Baseline() lint.Counts { return a.recorded }

// NotJudged answers what a baseline says of directories and rules that were not linted, and of files for which settings
// disable a rule.
func (a *Analysis) NotJudged(b *baseline.File, all []*boundary.Group) lint.Counts {
	skipped := map[string]bool{}
	for _, rule := range rules.Catalogue() {
		skipped[rule.ID] = !a.ran[rule]
	}
	kept := lint.Counts{}
	for id, n := range b.Known {
		root := b.Absolute(id)
		linted := a.seen[root] || (id.Resource == "" && a.read[root])
		for _, g := range all {
			for _, t := range g.Targets {
				_, inside := boundary.Within(filepath.Join(g.Dir, filepath.FromSlash(t.Dir)), root)
				linted = linted || (t.Walk && inside)
			}
		}
		disabled := id
		disabled.Root = root
		switch still := a.disabled[disabled]; {
		case !linted || skipped[id.Rule]:
			kept[id] = n
		case still > 0:
			kept[id] = min(n, still)
		}
	}
	return kept
}
