package analysis

import (
	"io/fs"
	"path"
	"path/filepath"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/confined"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/discovery"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// scope is what is read within one boundary.
type scope struct {
	group   *boundary.Group
	files   fs.FS // within the boundary
	inputs  terraform.Options
	loader  *configs.Loader
	finder  *settings.Finder
	found   *gathering
	whole   *discovery.Found // of the boundary, once it has been asked for
	configs []*schema.Config
	foreign map[string]*lint.Settings // the directories of the roots that have nothing to do with the provider
	roots   []*terraform.Root         // of the configurations, and of the sources of plans
}

// group lints what lies within one boundary.
func (a *Analysis) group(g *boundary.Group) error {
	inputs, err := a.options.inputs(g.Dir)
	if err != nil {
		return err
	}
	files, err := confined.Open(g.Dir)
	if err != nil {
		return boundary.Error(g.Targets[0].Written, err)
	}
	defer func() { _ = files.Close() }() // it was only read
	s := &scope{
		group: g, files: files, inputs: inputs, loader: configs.NewLoader(a.options.Over.On(files, g.Dir)),
		finder: settings.NewFinder(a.options.Settings, g.Dir, files), found: a.gathering(g),
		foreign: map[string]*lint.Settings{},
	}
	for _, t := range g.Targets {
		if err := a.target(s, t); err != nil {
			return err
		}
	}
	if err := a.lint(s); err != nil {
		return err
	}
	for _, r := range s.roots {
		for _, f := range r.Files() {
			a.sources[path.Join(s.found.prefix, f.Name)] = f.Bytes
			a.read[filepath.Join(g.Dir, filepath.FromSlash(path.Dir(f.Name)))] = true
		}
	}
	for _, d := range a.Report.Diagnostics {
		a.readLater(s.files, d, s.found.prefix)
	}
	return nil
}

// target reads what a path of the command line means, and reviews it where it is a plan.
func (a *Analysis) target(s *scope, t boundary.Target) error {
	if t.Plan != "" {
		return a.plan(s, t)
	}
	dirs, foreign, err := a.rootsOf(s, t)
	if err != nil {
		return err
	}
	if len(dirs) == 0 { // what is said of nothing is said as the settings have it
		_, err := a.settingsFor(s.finder, t.Dir)
		return err
	}
	var own []root
	for _, dir := range dirs {
		abs := filepath.Join(s.group.Dir, filepath.FromSlash(dir))
		if a.seen[abs] {
			continue
		}
		a.seen[abs] = true
		settings, err := a.settingsFor(s.finder, dir)
		if err != nil {
			return err
		}
		if !foreign[dir] {
			own = append(own, root{dir: dir, settings: settings})
			continue
		}
		s.foreign[dir] = settings
		if err := a.pass(s.loader, dir); err != nil {
			return err
		}
	}
	return a.load(s, own)
}

// root is a root module with its settings.
type root struct {
	dir      string
	settings *lint.Settings
	config   *schema.Config
	err      error
}

// load reads root modules, several at a time.
func (a *Analysis) load(s *scope, roots []root) error {
	parallel.Each(len(roots), func(i int) {
		roots[i].config, roots[i].err = schema.Load(s.loader, roots[i].dir, s.inputs)
	})
	for _, r := range roots {
		if r.err != nil {
			return r.err
		}
		a.settings[r.config] = r.settings
		s.configs = append(s.configs, r.config)
		s.roots = append(s.roots, r.config.Root)
		s.found.root(r.config.Root)
		a.learn(r.config.Root.Module)
	}
	return nil
}

// rootsOf answers the directories to lint for a target, and which of them have nothing to do with the provider.
func (a *Analysis) rootsOf(s *scope, t boundary.Target) ([]string, map[string]bool, error) {
	if !t.Walk {
		module, _, err := s.loader.Module(t.Dir)
		if err != nil {
			return nil, nil, boundary.Error(t.Written, err)
		}
		if len(module.Files) == 0 {
			a.Empty = append(a.Empty, t.Written)
			return nil, nil, nil
		}
		return s.callers(t.Dir), nil, nil
	}
	walked, err := discovery.Roots(s.loader, t.Dir, lint.Tool)
	if err != nil {
		return nil, nil, boundary.Error(t.Written, err)
	}
	s.found.diagnose(walked.Diagnostics)
	if len(walked.Roots) == 0 && len(walked.Diagnostics) == 0 {
		a.Empty = append(a.Empty, t.Written)
	}
	return walked.Roots, walked.Unrelated, nil
}

// callers answers the roots to lint for a file in dir. A module that others call is judged where it is called: alone,
// it would have inputs that nobody knows. A module that the walk through the boundary does not find (git ignores it)
// stands for itself.
func (s *scope) callers(dir string) []string {
	if s.whole == nil {
		whole, err := discovery.Roots(s.loader, ".", lint.Tool)
		if err != nil {
			whole = &discovery.Found{} // the file was asked for, not its surroundings
		}
		s.whole = whole
	}
	if roots := s.whole.Reaching(dir); len(roots) > 0 {
		return roots
	}
	return []string{dir}
}

// settingsFor answers the settings of a directory with what the command line says about rules. Directories with the same
// file share them.
func (a *Analysis) settingsFor(finder *settings.Finder, dir string) (*lint.Settings, error) {
	found, err := finder.Find(dir)
	if err != nil {
		return nil, err
	}
	if chosen, ok := a.chosen[found]; ok {
		return chosen, nil
	}
	all := rules.Catalogue()
	chosen, err := found.Choose(all, a.options.Only, a.options.Skip)
	if err != nil {
		return nil, err
	}
	for _, rule := range all {
		a.ran[rule] = a.ran[rule] || chosen.Off(rule) == nil
	}
	a.chosen[found] = chosen
	return chosen, nil
}

// linting answers how configurations are linted.
func (a *Analysis) linting() lint.Options {
	return lint.Options{Rules: rules.All(), Settings: func(c *schema.Config) *lint.Settings { return a.settings[c] }, Today: a.options.Today}
}
