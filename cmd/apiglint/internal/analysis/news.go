package analysis

import (
	"slices"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// news tells what is new from what was there, nil where everything is reported.
func (a *Analysis) news(s *scope, result lint.Result) (*lint.Review, error) {
	switch {
	case !slices.ContainsFunc(s.group.Targets, func(t boundary.Target) bool { return t.Plan == "" }):
		return nil, nil // a plan has a before of its own
	case a.options.Since != "":
		return a.since(s, result)
	case a.known != nil:
		known := a.known.Within(s.group.Dir).Rename(lint.Renamed(nil, s.configs))
		introduced, accepted, gone := lint.Subtract(known.Acceptable(result.Findings), result)
		for id, n := range gone {
			if a.judged(s, id) {
				a.Gone += n
			}
		}
		return &lint.Review{Introduced: introduced, Accepted: accepted}, nil
	}
	return nil, nil
}

// judged reports whether a finding would have been found again if it was still there: its rule ran, and all of its root
// module was read, or is gone, or has nothing to do with the provider any more.
func (a *Analysis) judged(s *scope, id lint.Identity) bool {
	i := slices.IndexFunc(rules.Catalogue(), func(r *lint.Rule) bool { return r.ID == id.Rule && a.ran[r] })
	if i < 0 {
		return false
	}
	rule := rules.Catalogue()[i]
	for _, c := range s.configs {
		if c.Root.Module.Dir == id.Root {
			return whole(c) && a.settings[c].Off(rule) == nil
		}
	}
	if settings, ok := s.foreign[id.Root]; ok {
		return settings.Off(rule) == nil
	}
	if id.Resource == "" && slices.ContainsFunc(s.configs, func(c *schema.Config) bool { return reads(c, id.Root) }) {
		return true
	}
	return vanished(s.loader, s.group.Targets, id.Root)
}

// whole reports whether all of a root module was read.
func whole(c *schema.Config) bool { return !c.Root.Open && !c.Root.Diagnostics.HasErrors() }

// reads reports whether a directory's module is part of a root that was read.
func reads(c *schema.Config, dir string) bool {
	return whole(c) && slices.ContainsFunc(c.Root.ModuleInstances(), func(m *terraform.ModuleInstance) bool { return m.Module.Dir == dir })
}

// vanished reports whether a directory within what was walked has no Terraform any more.
func vanished(loader *configs.Loader, targets []boundary.Target, dir string) bool {
	walked := slices.ContainsFunc(targets, func(t boundary.Target) bool {
		_, inside := boundary.Within(t.Dir, dir)
		return t.Walk && inside
	})
	if !walked {
		return false
	}
	module, _, err := loader.Module(dir)
	return err != nil || len(module.Files) == 0
}
