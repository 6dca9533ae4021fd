package analysis

import (
	"slices"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint"
)

// expectations returns an error where expectations name what is not there. With --since that is asked once it is known what was there.
func (s *Scope) expectations() error {
	for _, p := range s.parts {
		if s.options.Since != "" && !p.onlyPlans() {
			continue
		}
		if err := s.expectationsOf(p, nil); err != nil {
			return err
		}
	}
	return nil
}

// expectationsOf returns an error where the expectations of a part name what is not there, and was not.
func (s *Scope) expectationsOf(p *part, was *former) error {
	roots := slices.Clone(p.roots)
	for _, planned := range p.plans {
		roots = append(roots, planned.roots()...)
	}
	o := p.linting(s.options, roots...)
	o.Across = was.configs()
	return settings.Check(o, boundary.Shown(p.Dir), configsOf(roots)...)
}

// elsewhere reports whether an expectation is written for root modules that are not linted, too.
func (p *part) elsewhere(e *lint.Expectation) bool {
	linted := func(dir string) bool {
		return slices.ContainsFunc(p.roots, func(r root) bool { return r.dir == dir }) ||
			slices.ContainsFunc(p.plans, func(planned planned) bool { return planned.target.Dir == dir })
	}
	for _, r := range rootsIn(p.whole()) {
		if p.whole().Unrelated[r.module()] || linted(r.dir) {
			continue
		}
		if other, err := p.settings.Find(r.dir); err == nil && slices.Contains(other.Expectations, e) {
			return true
		}
	}
	return false
}

// expectedThen returns what was expected of a root module in a revision: nothing where the files of then cannot be used.
func expectedThen(finder *settings.Finder, dir string) []*lint.Expectation {
	found, err := finder.FindRoot(dir)
	if err != nil {
		return nil
	}
	return found.Expectations
}
