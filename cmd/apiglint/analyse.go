package main

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// analysis is what check found out, before anything is written.
type analysis struct {
	report *report.Report
	roots  int
	empty  []string // paths without Terraform
	// remarks are further sentences for stderr.
	remarks []string

	options  checkOptions
	stdin    io.Reader
	progress *progress
	today    time.Time
	base     string // the directory that file names are relative to
	settings map[*schema.Config]*lint.Settings
	ran      map[*lint.Rule]bool
	seen     map[string]bool // root directories, absolute
	declared map[string]bool // root variables
	open     bool            // whether further root variables may be declared
	sources  map[string]func() []byte
	instead  map[*lint.Finding]string // files that stand for the places that findings lack

	known     *baselineFile   // nil without --baseline
	gone      int             // findings of the baseline that are not there any more
	revisions []string        // what the file names of --since begin with
	recorded  lint.Known      // everything that was found, with absolute directories, for apiglint baseline
	read      map[string]bool // directories of the files that were read, absolute
}

// analyse lints everything that is meant by the command line.
func (c *Command) analyse(o checkOptions, all []*group) (*analysis, error) {
	progress := c.progress()
	defer progress.stop()
	a := &analysis{
		report: &report.Report{All: o.all, ShowSuppressed: o.showSuppressed}, options: o, stdin: c.Stdin, today: c.today(),
		progress: progress, base: common(all), settings: map[*schema.Config]*lint.Settings{}, ran: map[*lint.Rule]bool{},
		seen: map[string]bool{}, declared: map[string]bool{}, sources: map[string]func() []byte{},
		instead: map[*lint.Finding]string{}, recorded: lint.Known{}, read: map[string]bool{},
	}
	if err := a.openBaseline(); err != nil {
		return nil, err
	}
	for _, g := range all {
		options, err := o.options(g.boundary)
		if err != nil {
			return nil, err
		}
		if err := a.group(g, options); err != nil {
			return nil, err
		}
	}
	if err := a.undeclared(o.vars); err != nil {
		return nil, err
	}
	a.report.Path, a.report.Real = a.named(shownPath(a.base)), a.unnamed(realName(a.base))
	a.report.Instead = func(f *lint.Finding) string { return a.instead[f] }
	a.report.Source = func(file string) []byte {
		if source := a.sources[file]; source != nil {
			return source()
		}
		return nil
	}
	return a, nil
}

// group lints what lies within one boundary.
func (a *analysis) group(g *group, options terraform.Options) error {
	files, err := openConfined(g.boundary)
	if err != nil {
		return pathError(g.targets[0].written, err)
	}
	defer func() { _ = files.Close() }() // it was only read
	loader := terraform.NewLoader(a.options.over.on(files, g.boundary))
	found := &gathering{prefix: a.prefix(g), seen: map[string]bool{}}
	finder := &settingsFinder{flags: a.options.settings, boundary: g.boundary, files: files}
	var configs []*schema.Config
	var roots []*terraform.Root
	for _, t := range g.targets {
		if t.plan != "" {
			a.progress.say("reviewing a plan")
			settings, err := a.settingsFor(finder, t.dir)
			if err != nil {
				return err
			}
			sources, err := a.plan(loader, g, t, found, settings)
			if err != nil {
				return err
			}
			if sources != nil {
				roots = append(roots, sources)
			}
			continue
		}
		dirs, foreign, err := a.rootsOf(loader, t, found)
		if err != nil {
			return err
		}
		if len(dirs) == 0 { // what is said of nothing is said as the settings have it
			if _, err := a.settingsFor(finder, t.dir); err != nil {
				return err
			}
		}
		a.progress.found(len(dirs))
		for _, dir := range dirs {
			a.progress.reading()
			abs := filepath.Join(g.boundary, filepath.FromSlash(dir))
			if a.seen[abs] {
				continue
			}
			a.seen[abs] = true
			settings, err := a.settingsFor(finder, dir)
			if err != nil {
				return err
			}
			if foreign[dir] {
				if err := a.pass(loader, dir); err != nil {
					return err
				}
				continue
			}
			config, err := schema.Load(loader, dir, options)
			if err != nil {
				return err
			}
			a.settings[config] = settings
			configs = append(configs, config)
			roots = append(roots, config.Root)
			found.root(config.Root)
			a.learn(config.Root.Module)
		}
	}
	if err := a.lint(g, finder, loader, configs, options, found); err != nil {
		return err
	}
	for _, r := range roots {
		for _, f := range r.Files() {
			a.sources[path.Join(found.prefix, f.Name)] = func() []byte { return f.Bytes }
			a.read[filepath.Join(g.boundary, filepath.FromSlash(path.Dir(f.Name)))] = true
		}
	}
	for _, d := range a.report.Diagnostics {
		a.readLater(files, d, found.prefix)
	}
	return nil
}

// prefix answers a group's boundary as seen from the base of all.
func (a *analysis) prefix(g *group) string {
	prefix, _ := within(a.base, g.boundary)
	return prefix
}

// rootsOf answers the directories to lint for a target, and which of them have nothing to do with the provider.
func (a *analysis) rootsOf(loader *terraform.Loader, t target, found *gathering) ([]string, map[string]bool, error) {
	if !t.walk {
		module, _, err := loader.Module(t.dir)
		if err != nil {
			return nil, nil, pathError(t.written, err)
		}
		if len(module.Files) == 0 {
			a.empty = append(a.empty, t.written)
			return nil, nil, nil
		}
		return found.callers(loader, t.dir), nil, nil
	}
	discovery, err := loader.Discover(t.dir)
	if err != nil {
		return nil, nil, pathError(t.written, err)
	}
	found.diagnose(discovery.Diagnostics)
	if len(discovery.Roots) == 0 && len(discovery.Diagnostics) == 0 {
		a.empty = append(a.empty, t.written)
	}
	return discovery.Roots, discovery.Foreign, nil
}

// learn remembers which variables a root declares.
func (a *analysis) learn(m *terraform.Module) {
	a.roots++
	a.open = a.open || m.Broken
	for name := range m.Variables {
		a.declared[name] = true
	}
}

// pass counts a root that has nothing to do with the provider. Its variables matter only where one is set.
func (a *analysis) pass(loader *terraform.Loader, dir string) error {
	if len(a.options.vars) == 0 {
		a.roots++
		return nil
	}
	module, _, err := loader.Module(dir)
	if err != nil {
		return err
	}
	a.learn(module)
	return nil
}

// undeclared reports a --var that no root declares: it is misspelt.
func (a *analysis) undeclared(vars []string) error {
	if a.roots == 0 || a.open {
		return nil
	}
	names := make([]string, 0, len(a.declared))
	for name := range a.declared {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, flag := range vars {
		if name, _, _ := terraform.ParseVar(flag); !a.declared[name] {
			return fmt.Errorf("--var %s: no root module here declares a variable %q%s", flag, name, suggest(name, names))
		}
	}
	return nil
}

// settingsFor answers the settings of a directory with what the command line says about rules.
func (a *analysis) settingsFor(finder *settingsFinder, dir string) (*lint.Settings, error) {
	settings, err := finder.find(dir)
	if err != nil {
		return nil, err
	}
	settings, err = settings.Choose(allRules(), a.options.only, a.options.skip)
	if err != nil {
		return nil, err
	}
	for _, rule := range allRules() {
		a.ran[rule] = a.ran[rule] || settings.Off(rule) == nil
	}
	return settings, nil
}

// linting answers how configurations are linted.
func (a *analysis) linting() lint.Options {
	return lint.Options{Rules: rules.All(), Settings: func(c *schema.Config) *lint.Settings { return a.settings[c] }, Today: a.today}
}

// lint runs the rules and adds what they find to the report.
func (a *analysis) lint(g *group, finder *settingsFinder, loader *terraform.Loader, configs []*schema.Config, options terraform.Options, found *gathering) error {
	a.progress.say("checking what was read")
	result := lint.Run(a.linting(), configs...)
	if a.options.record {
		a.record(g, result)
	}
	review, err := a.news(g, finder, loader, configs, options, result)
	if err != nil {
		return err
	}
	if len(result.Findings)+len(result.Suppressed) > 0 {
		for _, c := range configs {
			a.conceal(c, found)
		}
	}
	a.report.Suppressed = append(a.report.Suppressed, qualified(result.Suppressed, found)...)
	if review == nil {
		a.report.Findings = append(a.report.Findings, qualified(result.Findings, found)...)
	} else {
		a.report.Findings = append(a.report.Findings, qualified(review.Introduced, found)...)
		qualified(review.Unchanged, found)
		qualified(review.Accepted, found)
		a.addReview(review)
	}
	found.sort()
	a.report.Diagnostics = append(a.report.Diagnostics, found.diagnostics...)
	a.report.Notes = append(a.report.Notes, found.notes...)
	return nil
}

// addReview adds a review to that of the report.
func (a *analysis) addReview(r *lint.Review) {
	if a.report.Review == nil {
		a.report.Review = &lint.Review{}
	}
	all := a.report.Review
	all.Introduced = append(all.Introduced, r.Introduced...)
	all.Unchanged = append(all.Unchanged, r.Unchanged...)
	all.Fixed = append(all.Fixed, r.Fixed...)
	all.Accepted = append(all.Accepted, r.Accepted...)
	all.Suppressed = append(all.Suppressed, r.Suppressed...)
}

// conceal keeps the secrets of a configuration out of the report.
func (a *analysis) conceal(c *schema.Config, found *gathering) {
	for _, secret := range c.Secrets() {
		found.qualify(&secret)
		a.report.Secrets = append(a.report.Secrets, secret)
	}
}

// readLater makes the file of a diagnostic known that belongs to no module: a variables file.
func (a *analysis) readLater(files fs.FS, d *hcl.Diagnostic, prefix string) {
	if d.Subject == nil || d.Subject.Empty() || a.sources[d.Subject.Filename] != nil {
		return
	}
	name := d.Subject.Filename
	if rel, ok := within(prefix, name); ok {
		name = rel
	}
	if info, err := fs.Stat(files, name); err != nil || info.Size() > terraform.MaxFileSize {
		return
	}
	src, err := fs.ReadFile(files, name)
	if err != nil {
		return
	}
	a.sources[d.Subject.Filename] = func() []byte { return src }
}
