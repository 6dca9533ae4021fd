package analysis

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/confined"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/discovery"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// read reads everything that is meant by the command line.
func read(o Options, all []*boundary.Group) (*Scope, error) {
	base := boundary.Common(all)
	s := &Scope{Base: base, options: o, shown: boundary.Shown(base), real: boundary.Real(base)}
	err := s.read(all)
	if err == nil {
		err = s.undeclared()
	}
	if err == nil {
		err = s.expectations()
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *Scope) read(all []*boundary.Group) error {
	taken := map[string]bool{} // the absolute directories of root modules
	for _, g := range all {
		inputs, err := s.options.inputs(g.Dir)
		if err != nil {
			return err
		}
		files, err := confined.Open(g.Dir)
		if err != nil {
			return boundary.Error(g.Targets[0].Written, err)
		}
		p := &part{
			Group: g, files: files, inputs: inputs, loader: configs.NewLoader(s.options.Over.On(files, g.Dir)),
			settings: settings.NewFinder(s.options.Settings, g.Dir, files), unrelated: map[string]*lint.Settings{},
			called:      map[string]hcl.Range{},
			diagnostics: newDiagnostics(s, g),
		}
		p.whole = sync.OnceValue(func() *discovery.Found {
			whole, err := roots(p.loader, ".")
			if err != nil {
				return &discovery.Found{} // a file was asked for, not its surroundings
			}
			return whole
		})
		s.parts = append(s.parts, p)
		for _, t := range g.Targets {
			if t.Plan != "" {
				err = s.readPlan(p, t)
			} else {
				err = s.readTarget(p, t, taken)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// readTarget reads the root modules that a path of the command line means, but for those that are taken.
func (s *Scope) readTarget(p *part, t boundary.Target, taken map[string]bool) error {
	all, unrelated, err := s.rootsOf(p, t)
	if err != nil {
		return err
	}
	if len(all) == 0 { // what is said of nothing is said as the settings have it
		_, err := p.settings.Find(t.Dir)
		return err
	}
	var roots []root
	for _, r := range all {
		if taken[p.absolute(r.dir)] {
			continue
		}
		taken[p.absolute(r.dir)] = true
		r.settings, err = p.settings.FindRoot(r.dir)
		if err != nil {
			return err
		}
		if unrelated[r.module()] {
			p.unrelated[r.module()] = r.settings
		} else {
			roots = append(roots, r)
		}
	}
	if err := p.load(p.loader, roots); err != nil {
		return err
	}
	for _, r := range roots {
		p.diagnostics.root(r.config.Root)
	}
	p.roots = append(p.roots, roots...)
	return nil
}

// roots finds the root modules below a directory.
func roots(loader *configs.Loader, dir string) (*discovery.Found, error) {
	return discovery.Roots(loader, dir, append(gatewayWords, lint.Tool)...)
}

// load reads root modules, several at a time.
func (p *part) load(loader *configs.Loader, roots []root) error {
	errs := make([]error, len(roots))
	parallel.Each(len(roots), func(i int) {
		inputs := p.inputs
		if inputs.Unit = roots[i].unit; inputs.Unit == nil {
			inputs.Caller = p.called[roots[i].dir]
		}
		roots[i].config, errs[i] = schema.Load(loader, roots[i].module(), inputs)
	})
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// rootsOf returns the root modules to lint for a target, and the directories of those that have nothing to do with the provider.
func (s *Scope) rootsOf(p *part, t boundary.Target) ([]root, map[string]bool, error) {
	if !t.Walk {
		module, _, err := p.loader.Module(t.Dir)
		if err != nil {
			return nil, nil, boundary.Error(t.Written, err)
		}
		if len(module.Files) == 0 && len(p.whole().Calling(t.Dir)) == 0 {
			s.Empty = append(s.Empty, t.Written)
			return nil, nil, nil
		}
		return p.callers(t.Dir), nil, nil
	}
	walked, err := roots(p.loader, t.Dir)
	if err != nil {
		return nil, nil, boundary.Error(t.Written, err)
	}
	p.diagnostics.add(walked.Diagnostics)
	maps.Copy(p.called, walked.Called)
	all := rootsIn(walked)
	if len(all) == 0 && len(walked.Diagnostics) == 0 {
		s.Empty = append(s.Empty, t.Written)
	}
	return all, walked.Unrelated, nil
}

// rootsIn returns the root modules of a walk. One that Terragrunt calls is judged for each unit that does, and not by itself.
func rootsIn(found *discovery.Found) []root {
	called := map[string]bool{}
	var all []root
	for _, u := range found.Units {
		called[u.Module] = true
		all = append(all, root{dir: u.Dir, unit: u})
	}
	for _, dir := range found.Roots {
		if !called[dir] {
			all = append(all, root{dir: dir})
		}
	}
	slices.SortFunc(all, func(a, b root) int { return cmp.Compare(a.dir, b.dir) })
	return all
}

// callers returns the roots to lint for a file in dir. A module that others call is judged where it is called: alone,
// it would have inputs that nobody knows. A module that the walk through the boundary does not find (git ignores it)
// stands for itself.
func (p *part) callers(dir string) []root {
	maps.Copy(p.called, p.whole().Called)
	part := discovery.Found{Roots: p.whole().Reaching(dir), Units: p.whole().Calling(dir)}
	if all := rootsIn(&part); len(all) > 0 {
		return all
	}
	return []root{{dir: dir}}
}
