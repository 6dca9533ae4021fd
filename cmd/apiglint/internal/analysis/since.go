package analysis

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// former are the root modules of a revision.
type former struct {
	*earlier
	roots       []root
	diagnostics *diagnostics
}

// former reads the root modules of the revision that --since names, nil without it.
func (s *Scope) former(p *part) (*former, error) {
	if s.options.Since == "" || p.onlyPlans() {
		return nil, nil
	}
	earlier, err := openEarlier(p.Group, p.files, s.options.Since, p.inputs.Files())
	if err != nil {
		return nil, fmt.Errorf("--since %s: %w", s.options.Since, err)
	}
	was := &former{earlier: earlier, diagnostics: newDiagnostics(s, p.Group)}
	if err := was.load(s, p); err != nil {
		was.close()
		return nil, err
	}
	return was, nil
}

func (was *former) load(s *Scope, p *part) error {
	then := configs.NewLoader(was.files)
	finder := settings.NewFinder(s.options.Settings, p.Dir, was.files)
	for _, r := range p.earlierRoots(was.files, then, was.diagnostics) {
		settings, err := p.settings.Find(r.dir) // those of now
		if err != nil {
			return err
		}
		r.settings = settings.Expecting(expectedThen(finder, r.dir))
		was.roots = append(was.roots, r)
	}
	if err := p.load(then, was.roots); err != nil {
		return err
	}
	for _, r := range was.roots {
		was.diagnostics.root(r.config.Root)
	}
	return nil
}

func (was *former) configs() []*schema.Config {
	if was == nil {
		return nil
	}
	return configsOf(was.roots)
}

func (was *former) close() {
	if was != nil {
		was.repository.Close()
	}
}

// since lints the tree of a revision, too, and takes the difference. What cannot be read there counts as introduced:
// that it is a defect is certain, and who mends the file sees it.
func (f *Found) since(s *Scope, p *part, was *former, result lint.Result) *lint.Review {
	roots, diagnostics := was.roots, was.diagnostics
	before, now := configsOf(roots), configsOf(p.roots)
	renamed := lint.Renamed(before, now)
	o := p.linting(s.options, roots...)
	o.Across = now
	then := lint.Run(o, before...)
	redactPromises(before, then)
	review := lint.Compare(then, result, before, now, renamed)
	changed := p.changedSince(before, renamed)
	review.AddChanges(p.linting(s.options, changed...), configsOf(changed)...)
	diagnostics.qualifyAll(review.Suppressed...)
	f.compareRoots(s.options, p, roots, p.roots, renamed)
	review.Fixed = slices.DeleteFunc(review.Fixed, func(f *lint.Finding) bool { return mayStand(f.Root, before, now) })
	diagnostics.qualifyAll(review.Fixed...)
	revision := was.name + ":"
	f.revisions = append(f.revisions, revision)
	for _, fixed := range review.Fixed {
		fixed.Range.Filename = revision + fixed.Range.Filename
		for i := range fixed.Related {
			fixed.Related[i].Range.Filename = revision + fixed.Related[i].Range.Filename
		}
	}
	for _, r := range roots {
		for _, file := range slices.Concat(r.config.Root.Files(), r.settings.ExpectationFiles()) {
			f.sources[revision+path.Join(diagnostics.prefix, file.Name)] = file.Bytes
		}
	}
	f.warnings = append(f.warnings, was.warnings(diagnostics.errors)...)
	return &review
}

// earlierRoots returns the root modules to lint in the tree of a revision: the roots of now, and those that are gone or
// have nothing to do with the provider any more.
func (p *part) earlierRoots(files fs.FS, then *configs.Loader, diagnostics *diagnostics) []root {
	var all []root
	walked := map[string]root{}
	var names []string
	unrelated := map[string]bool{}
	units := slices.ContainsFunc(p.roots, func(r root) bool { return r.unit != nil })
	for _, t := range p.Targets {
		if _, err := fs.Stat(files, t.Dir); err != nil || !t.Walk && !units {
			continue
		}
		dir := t.Dir
		if !t.Walk {
			dir = "." // as for the callers of a file now
		}
		found, err := roots(then, dir)
		if err != nil {
			continue
		}
		if t.Walk {
			diagnostics.add(found.Diagnostics)
		}
		maps.Copy(p.called, found.Called)
		maps.Copy(unrelated, found.Unrelated)
		for _, r := range rootsIn(found) {
			if _, there := walked[r.dir]; !there && t.Walk {
				names = append(names, r.dir)
			}
			walked[r.dir] = r
		}
	}
	taken := map[string]bool{}
	for _, r := range p.roots {
		taken[r.dir] = true
		was := root{dir: r.dir, unit: walked[r.dir].unit}
		if module, _, err := then.Module(was.module()); err == nil && len(module.Files) > 0 {
			all = append(all, was)
		}
	}
	for _, dir := range names {
		_, now := p.unrelated[walked[dir].module()]
		if !taken[dir] && !unrelated[walked[dir].module()] && (now || vanished(p.loader, p.Targets, dir)) {
			all = append(all, walked[dir])
		}
	}
	return all
}

// changedSince returns the roots that were there before, with what changes in them.
func (p *part) changedSince(before []*schema.Config, renamed func(lint.Identity) lint.Identity) []root {
	earlier := map[string]*schema.Config{}
	for _, c := range before {
		earlier[c.Root.Dir()] = c
	}
	changed := slices.DeleteFunc(slices.Clone(p.roots), func(r root) bool { return earlier[r.config.Root.Dir()] == nil })
	parallel.Each(len(changed), func(i int) {
		r := &changed[i]
		dir := r.config.Root.Dir()
		r.config = schema.Since(earlier[dir], r.config.Root, func(address string) string {
			return renamed(lint.Identity{Root: dir, Resource: address}).Resource
		})
	})
	return changed
}

// mayStand reports whether a finding may be there still: some of its root could be read then, and cannot be read now.
func mayStand(dir string, before, now []*schema.Config) bool {
	at := func(configs []*schema.Config) *schema.Config {
		i := slices.IndexFunc(configs, func(c *schema.Config) bool { return c.Root.Dir() == dir })
		if i < 0 {
			return nil
		}
		return configs[i]
	}
	was, is := at(before), at(now)
	return was != nil && is != nil && whole(was) && !whole(is)
}

// warnings returns what could not be read in the tree of a revision, each file once.
func (e *earlier) warnings(diagnostics hcl.Diagnostics) []string {
	var names, all []string
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			names = append(names, d.Subject.Filename)
		}
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		all = append(all, fmt.Sprintf("%s:%s could not be read: what its module declares now may count as introduced", e.name, name))
	}
	for _, name := range e.tree.Submodules() {
		all = append(all, fmt.Sprintf("%s is a submodule: --since takes it as it is now on both sides", name))
	}
	return all
}

// revised returns a file's name without that of a revision, and whether it had one.
func (f *Found) revised(name string) (string, bool) {
	for _, revision := range f.revisions {
		if rest, ok := strings.CutPrefix(name, revision); ok {
			return rest, true
		}
	}
	return name, false
}
