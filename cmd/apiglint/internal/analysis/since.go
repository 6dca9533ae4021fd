package analysis

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/discovery"
)

// since lints the tree of a revision, too, and takes the difference. What cannot be read there counts as introduced:
// that it is a defect is certain, and who mends the file sees it.
func (a *Analysis) since(s *scope, result lint.Result) (*lint.Review, error) {
	earlier, err := openEarlier(s.group, s.files, a.options.Since, s.inputs.VarFiles)
	if err != nil {
		return nil, fmt.Errorf("--since %s: %w", a.options.Since, err)
	}
	defer earlier.repository.Close()
	then := configs.NewLoader(earlier.files)
	found := a.gathering(s.group)
	var before []*schema.Config
	for _, dir := range a.earlierRoots(s, earlier.files, then, found) {
		config, err := schema.Load(then, dir, s.inputs)
		if err != nil {
			return nil, err
		}
		if a.settings[config], err = a.settingsFor(s.finder, dir); err != nil { // those of now
			return nil, err
		}
		found.root(config.Root)
		before = append(before, config)
	}
	review := lint.Compare(lint.Run(a.linting(), before...), result, lint.Renamed(before, s.configs))
	review.Fixed = slices.DeleteFunc(qualified(review.Fixed, found), func(f *lint.Finding) bool {
		return mayStand(f.Root, before, s.configs)
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
			a.sources[revision+at.Filename] = f.Bytes
		}
	}
	a.remarkOn(found.diagnostics, earlier)
	return &review, nil
}

// earlierRoots answers the directories to lint in the tree of a revision: the roots of now, and those that are gone or
// have become foreign.
func (a *Analysis) earlierRoots(s *scope, files fs.FS, then *configs.Loader, found *gathering) []string {
	var dirs []string
	taken := map[string]bool{}
	for _, c := range s.configs {
		taken[c.Root.Module.Dir] = true
		if module, _, err := then.Module(c.Root.Module.Dir); err == nil && len(module.Files) > 0 {
			dirs = append(dirs, c.Root.Module.Dir)
		}
	}
	for _, t := range s.group.Targets {
		if _, err := fs.Stat(files, t.Dir); err != nil || !t.Walk {
			continue
		}
		walked, err := discovery.Roots(then, t.Dir, lint.Tool)
		if err != nil {
			continue
		}
		found.diagnose(walked.Diagnostics)
		for _, dir := range walked.Roots {
			_, foreign := s.foreign[dir]
			if !taken[dir] && !walked.Unrelated[dir] && (foreign || vanished(s.loader, s.group.Targets, dir)) {
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
func (a *Analysis) remarkOn(diagnostics hcl.Diagnostics, earlier *earlier) {
	var names []string
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError && d.Subject != nil {
			names = append(names, d.Subject.Filename)
		}
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		a.Remarks = append(a.Remarks, fmt.Sprintf("%s:%s could not be read: what its module declares now may count as introduced", earlier.name, name))
	}
	for _, name := range earlier.tree.Submodules() {
		a.Remarks = append(a.Remarks, fmt.Sprintf("%s is a submodule: --since takes it as it is now on both sides", name))
	}
}

// named answers how text names files: those of a revision have their names there.
func (a *Analysis) named(shown func(string) string) func(string) string {
	return func(name string) string {
		if _, then := a.unrevised(name); then {
			return name
		}
		return shown(name)
	}
}

// unnamed answers the file of now that a file's name leads to.
func (a *Analysis) unnamed(lead func(string) string) func(string) string {
	return func(name string) string {
		name, _ = a.unrevised(name)
		return lead(name)
	}
}

// unrevised answers a file's name without that of a revision, and whether it had one.
func (a *Analysis) unrevised(name string) (string, bool) {
	for _, revision := range a.revisions {
		if rest, ok := strings.CutPrefix(name, revision); ok {
			return rest, true
		}
	}
	return name, false
}
