package analysis

import (
	"fmt"
	"path"
	"slices"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/baseline"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// openBaseline reads a baseline, nil where none is named.
func openBaseline(name string) (*baseline.File, error) {
	if name == "" {
		return nil, nil
	}
	known, err := baseline.Read(name)
	if err != nil {
		return nil, fmt.Errorf("--baseline: %w", err)
	}
	return known, nil
}

// against tells what is new from what a baseline holds.
func (f *Found) against(s *Scope, p *part, file *baseline.File, result lint.Result) *lint.Review {
	known := file.Within(p.Dir).Rename(lint.Renamed(nil, configsOf(p.roots)))
	introduced, accepted, gone := lint.Subtract(known.Acceptable(result.Findings), result)
	for id, n := range gone {
		if judged(s, p, id) {
			f.Gone += n
		}
	}
	return &lint.Review{Introduced: introduced, Accepted: accepted}
}

// judged reports whether a finding would have been found again if it was still there: its rule ran, and all of its root
// module was read, or is gone, or has nothing to do with the provider any more.
func judged(s *Scope, p *part, id lint.Identity) bool {
	i := slices.IndexFunc(rules.Catalogue(), func(r *lint.Rule) bool { return r.ID == id.Rule && s.Ran(r) })
	if i < 0 {
		return false
	}
	rule := rules.Catalogue()[i]
	for _, r := range p.roots {
		if r.dir == id.Root {
			return whole(r.config) && r.settings.Off(rule) == nil
		}
	}
	if settings, ok := p.unrelated[id.Root]; ok {
		return settings.Off(rule) == nil
	}
	if id.Resource == "" && slices.ContainsFunc(p.roots, func(r root) bool { return reads(r.config, id.Root) }) {
		return true
	}
	return vanished(p.loader, p.Targets, id.Root)
}

// whole reports whether all of a root module was read.
func whole(c *schema.Config) bool { return !c.Root.Open && !c.Root.Diagnostics.HasErrors() }

// reads reports whether a directory's module is part of a root that was read.
func reads(c *schema.Config, dir string) bool {
	return whole(c) && slices.ContainsFunc(c.Root.ModuleInstances(), func(m *terraform.ModuleInstance) bool { return m.Module.Dir == dir })
}

// vanished reports whether a directory within what was walked has no Terraform any more.
func vanished(loader *configs.Loader, targets []boundary.Target, dir string) bool {
	if !walked(targets, dir) {
		return false
	}
	module, _, err := loader.Module(dir)
	return err != nil || len(module.Files) == 0
}

// walked reports whether a directory of the boundary, or an absolute one, lies in what was walked.
func walked(targets []boundary.Target, dir string) bool {
	return slices.ContainsFunc(targets, func(t boundary.Target) bool {
		_, inside := boundary.Within(t.Dir, dir)
		return t.Walk && inside
	})
}

// record remembers what was found, for a baseline.
func (f *Found) record(p *part, result lint.Result) {
	absolute := func(known lint.Counts) lint.Counts {
		return known.Rename(func(id lint.Identity) lint.Identity {
			id.Root = p.absolute(id.Root)
			return id
		})
	}
	for id, n := range absolute(lint.CountsOf(result.Findings).Acceptable(result.Findings)) {
		f.recorded[id] += n
	}
	for id, n := range absolute(lint.CountsOf(result.Disabled)) {
		f.disabled[id] += n
	}
}

// Baseline returns what is found now, each with the absolute directory of its root module.
func (a *Analysis) Baseline() lint.Counts { return a.Found.recorded }

// NotJudged returns what a baseline says of directories and rules that were not linted, and of files for which settings
// disable a rule.
func (a *Analysis) NotJudged(b *baseline.File) lint.Counts {
	ran := map[string]bool{}
	for _, rule := range rules.Catalogue() {
		ran[rule.ID] = a.Scope.Ran(rule)
	}
	linted, read := map[string]bool{}, map[string]bool{} // absolute directories of roots, and of all modules
	for _, p := range a.Scope.parts {
		for _, r := range p.roots {
			linted[p.absolute(r.dir)] = true
			for _, file := range r.config.Root.Files() {
				read[p.absolute(path.Dir(file.Name))] = true
			}
		}
		for dir := range p.unrelated {
			linted[p.absolute(dir)] = true
		}
	}
	kept := lint.Counts{}
	for id, n := range b.Known {
		disabled := id
		disabled.Root = b.Absolute(id)
		judged := linted[disabled.Root] || (id.Resource == "" && read[disabled.Root])
		for _, p := range a.Scope.parts {
			dir, inside := boundary.Within(p.Dir, disabled.Root)
			judged = judged || inside && walked(p.Targets, dir)
		}
		switch still := a.Found.disabled[disabled]; {
		case !judged || !ran[id.Rule]:
			kept[id] = n
		case still > 0:
			kept[id] = min(n, still)
		}
	}
	return kept
}
