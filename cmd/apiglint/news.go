package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
)

// news tells what is new from what was there, nil where everything is reported.
func (a *analysis) news(
	g *group, finder *settingsFinder, loader *terraform.Loader, configs []*schema.Config, options terraform.Options, result lint.Result,
) (*lint.Review, error) {
	switch {
	case !slices.ContainsFunc(g.targets, func(t target) bool { return t.plan == "" }):
		return nil, nil // a plan has a before of its own
	case a.options.since != "":
		return a.since(g, finder, loader, configs, options, result)
	case a.known != nil:
		known := a.known.within(g.boundary).Rename(lint.Renamed(nil, configs))
		introduced, accepted, gone := lint.Subtract(known.Acceptable(result.Findings), result)
		for id, n := range gone {
			if a.judged(id, g, loader, configs) {
				a.gone += n
			}
		}
		return &lint.Review{Introduced: introduced, Accepted: accepted}, nil
	}
	return nil, nil
}

// judged reports whether a finding would have been found again if it was still there: its rule ran, and all of its root
// module was read, or is gone.
func (a *analysis) judged(id lint.Identity, g *group, loader *terraform.Loader, configs []*schema.Config) bool {
	i := slices.IndexFunc(allRules(), func(r *lint.Rule) bool { return r.ID == id.Rule && a.ran[r] })
	if i < 0 {
		return false
	}
	for _, c := range configs {
		if c.Root.Module.Dir == id.Root {
			return whole(c) && a.settings[c].Off(allRules()[i]) == nil
		}
	}
	if id.Resource == "" && slices.ContainsFunc(configs, func(c *schema.Config) bool { return reads(c, id.Root) }) {
		return true
	}
	return vanished(loader, g.targets, id.Root)
}

// whole reports whether all of a root module was read.
func whole(c *schema.Config) bool { return !c.Root.Open && !c.Root.Diagnostics.HasErrors() }

// reads reports whether a directory's module is part of a root that was read.
func reads(c *schema.Config, dir string) bool {
	return whole(c) && slices.ContainsFunc(c.Root.ModuleInstances(), func(m *terraform.ModuleInstance) bool { return m.Module.Dir == dir })
}

// vanished reports whether a directory within what was walked has no Terraform any more.
func vanished(loader *terraform.Loader, targets []target, dir string) bool {
	walked := slices.ContainsFunc(targets, func(t target) bool {
		_, inside := within(t.dir, dir)
		return t.walk && inside
	})
	if !walked {
		return false
	}
	module, _, err := loader.Module(dir)
	return err != nil || len(module.Files) == 0
}

// since lints the tree of a revision, too, and takes the difference. What cannot be read there counts as introduced:
// that it is a defect is certain, and who mends the file sees it.
func (a *analysis) since(
	g *group, finder *settingsFinder, loader *terraform.Loader, configs []*schema.Config, options terraform.Options, result lint.Result,
) (*lint.Review, error) {
	earlier, err := openEarlier(g, finder.files, a.options.since, options.VarFiles)
	if err != nil {
		return nil, fmt.Errorf("--since %s: %w", a.options.since, err)
	}
	defer earlier.repository.close()
	then := terraform.NewLoader(earlier.files)
	found := &gathering{prefix: a.prefix(g), seen: map[string]bool{}}
	var before []*schema.Config
	for _, dir := range a.earlierRoots(g, earlier.files, loader, then, configs, found) {
		config, err := schema.Load(then, dir, options)
		if err != nil {
			return nil, err
		}
		if a.settings[config], err = a.settingsFor(finder, dir); err != nil { // those of now
			return nil, err
		}
		found.root(config.Root)
		before = append(before, config)
	}
	review := lint.Compare(lint.Run(a.linting(), before...), result, lint.Renamed(before, configs))
	review.Fixed = slices.DeleteFunc(qualified(review.Fixed, found), func(f *lint.Finding) bool {
		return mayStand(f.Root, before, configs)
	})
	revision := earlier.name + ":"
	a.revisions = append(a.revisions, revision)
	for _, f := range review.Fixed {
		f.Range.Filename = revision + f.Range.Filename
		for i := range f.Related {
			f.Related[i].Range.Filename = revision + f.Related[i].Range.Filename
		}
	}
	for _, c := range before {
		for _, f := range c.Root.Files() {
			at := hcl.Range{Filename: f.Name}
			found.qualify(&at)
			a.sources[revision+at.Filename] = func() []byte { return f.Bytes }
		}
	}
	a.remarkOn(found.diagnostics, earlier)
	return &review, nil
}

// earlierRoots answers the directories to lint in the tree of a revision: the roots of now, and those that are gone.
func (a *analysis) earlierRoots(
	g *group, files fs.FS, loader, then *terraform.Loader, configs []*schema.Config, found *gathering,
) []string {
	var dirs []string
	taken := map[string]bool{}
	for _, c := range configs {
		taken[c.Root.Module.Dir] = true
		if module, _, err := then.Module(c.Root.Module.Dir); err == nil && len(module.Files) > 0 {
			dirs = append(dirs, c.Root.Module.Dir)
		}
	}
	for _, t := range g.targets {
		if _, err := fs.Stat(files, t.dir); err != nil || !t.walk {
			continue
		}
		discovery, err := then.Discover(t.dir)
		if err != nil {
			continue
		}
		found.diagnose(discovery.Diagnostics)
		for _, dir := range discovery.Roots {
			if !taken[dir] && vanished(loader, g.targets, dir) {
				taken[dir] = true
				dirs = append(dirs, dir)
			}
		}
	}
	return dirs
}

// mayStand reports whether a finding may be there still: some of its root could be read then, and cannot be read now.
func mayStand(dir string, before, now []*schema.Config) bool {
	at := func(configs []*schema.Config) *schema.Config {
		i := slices.IndexFunc(configs, func(c *schema.Config) bool { return c.Root.Module.Dir == dir })
		if i < 0 {
			return nil
		}
		return configs[i]
	}
	was, is := at(before), at(now)
	return was != nil && is != nil && whole(was) && !whole(is)
}

// remarkOn says what could not be read in the tree of a revision, each file once.
func (a *analysis) remarkOn(diagnostics hcl.Diagnostics, earlier *earlier) {
	var names []string
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			names = append(names, d.Subject.Filename)
		}
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		a.remarks = append(a.remarks, fmt.Sprintf("%s:%s could not be read: what its module declares now may count as introduced", earlier.name, name))
	}
	for _, name := range earlier.tree.submodules() {
		a.remarks = append(a.remarks, fmt.Sprintf("%s is a submodule: --since takes it as it is now on both sides", name))
	}
}

// named answers how text names files: those of a revision have their names there.
func (a *analysis) named(shown func(string) string) func(string) string {
	return func(name string) string {
		if _, then := a.unrevised(name); then {
			return name
		}
		return shown(name)
	}
}

// unnamed answers the file of now that a file's name leads to.
func (a *analysis) unnamed(lead func(string) string) func(string) string {
	return func(name string) string {
		name, _ = a.unrevised(name)
		return lead(name)
	}
}

// unrevised answers a file's name without that of a revision, and whether it had one.
func (a *analysis) unrevised(name string) (string, bool) {
	for _, revision := range a.revisions {
		if rest, ok := strings.CutPrefix(name, revision); ok {
			return rest, true
		}
	}
	return name, false
}

// earlier is what a revision holds.
type earlier struct {
	repository *repository
	tree       *gitTree
	files      fs.FS  // within the group's boundary
	name       string // of the revision
}

// openEarlier reads a revision of the work tree that a group is in. Variables files of the command line are those of
// now.
func openEarlier(g *group, now fs.FS, revision string, variables []string) (*earlier, error) {
	at := g.boundary
	if !hasGit(workTree(at)) { // a wider boundary was asked for
		at = filepath.Join(at, filepath.FromSlash(g.targets[0].dir))
	}
	r, err := openRepository(at)
	if err != nil {
		return nil, err
	}
	for _, t := range g.targets {
		if _, ok := within(r.dir, filepath.Join(g.boundary, filepath.FromSlash(t.dir))); !ok {
			return nil, fmt.Errorf("%s is not in the git work tree %s", t.written, r.dir)
		}
	}
	commit, err := r.commit(revision)
	if err != nil {
		return nil, err
	}
	top, err := r.resolve(commit, "tree")
	if err != nil {
		return nil, err
	}
	e := &earlier{repository: r, name: revision}
	if strings.HasSuffix(revision, "...") {
		e.name = commit[:12]
	}
	if prefix, ok := within(r.dir, g.boundary); ok {
		e.tree, err = newGitTree(r, top, prefix, now)
		e.files = e.tree
	} else if below, ok := within(g.boundary, r.dir); ok {
		inner, subErr := fs.Sub(now, below)
		if subErr != nil {
			return nil, subErr
		}
		e.tree, err = newGitTree(r, top, ".", inner)
		e.files = mounted{FS: now, at: below, inner: e.tree}
	}
	if err != nil {
		r.close()
		return nil, err
	}
	if len(variables) > 0 {
		e.files = lent{FS: e.files, now: now, names: variables}
	}
	return e, nil
}

// lent is a file system in which some files are those of now.
type lent struct {
	fs.FS
	now   fs.FS
	names []string
}

// Open opens a file or a directory of either.
func (l lent) Open(name string) (fs.File, error) {
	if slices.Contains(l.names, name) {
		return l.now.Open(name)
	}
	return l.FS.Open(name)
}
