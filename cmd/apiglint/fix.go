package main

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema/terraform"
)

// mending is what fixes make of the files.
type mending struct {
	findings int
	files    map[string]*mended // by the name that findings give a file
	skipped  map[string]string  // files with fixes that are not made, and why

	groups []*group
	base   string
	names  map[string]int // how many names lead to a file
}

// mended is a file that fixes change.
type mended struct {
	group         *group
	name          string // within the boundary, behind all symbolic links
	before, after []byte
}

// maxPasses bounds how often fixes are made upon fixes.
const maxPasses = 10

// repaired makes the fixes, on disk or as a diff, and answers the analysis of what there is then.
func (c *Command) repaired(o checkOptions, all []*group, first *analysis) (*analysis, error) {
	m, last, err := c.mend(o, all, first)
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(m.skipped)) {
		c.complain("%s could be fixed, and is left as it is: %s", first.report.Path(name), m.skipped[name])
	}
	if o.diff {
		return first, c.showDiff(m, first)
	}
	if err := m.write(first.report.Path); err != nil {
		return nil, err
	}
	c.complain("fixed %s", m.count())
	return last, nil
}

// mend makes all fixes of an analysis in memory, and those that come up then, and answers the analysis of what comes out.
func (c *Command) mend(o checkOptions, all []*group, first *analysis) (*mending, *analysis, error) {
	m := &mending{
		files: map[string]*mended{}, skipped: map[string]string{}, groups: all, base: first.base, names: map[string]int{},
	}
	for name := range first.sources {
		m.names[first.report.Real(name)]++
	}
	o.over = overlay{}
	last := first
	for range maxPasses {
		progress, err := m.pass(last)
		if err != nil {
			return nil, nil, err
		}
		if !progress {
			break
		}
		for name, file := range m.files {
			o.over.put(m.base, name, file.after)
		}
		if last, err = c.analyse(o, all); err != nil {
			return nil, nil, err
		}
	}
	return m, last, nil
}

// pass makes the fixes of the findings that an analysis left, and reports whether there was one.
func (m *mending) pass(a *analysis) (bool, error) {
	byFile := map[string][]*lint.Fix{}
	for _, f := range a.report.Findings {
		if f.Fix != nil {
			byFile[f.Fix.File()] = append(byFile[f.Fix.File()], f.Fix)
		}
	}
	progress := false
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		file, err := m.file(a, name)
		if err != nil {
			return false, err
		}
		if file == nil {
			continue
		}
		after, made := lint.Apply(file.after, byFile[name])
		if len(made) > 0 {
			file.after, m.files[name] = after, file
			m.findings += len(made)
			progress = true
		}
	}
	return progress, nil
}

// file answers a file that may be changed, or nil.
func (m *mending) file(a *analysis, name string) (*mended, error) {
	if file := m.files[name]; file != nil {
		return file, nil
	}
	real := a.report.Real(name)
	g, inside := m.group(real)
	if g == nil {
		return nil, nil
	}
	asked, err := g.asked(inside)
	switch {
	case err != nil:
		return nil, err
	case !asked:
		m.skipped[name] = "it is not below what is checked"
		return nil, nil
	case m.names[real] > 1:
		m.skipped[name] = "it has more than one name, by symbolic links"
		return nil, nil
	}
	source := a.report.Source(name)
	return &mended{group: g, name: inside, before: source, after: source}, nil
}

// group answers the group whose boundary a file lies in, the narrowest one, and the file's name there.
func (m *mending) group(name string) (found *group, inside string) {
	for _, g := range m.groups {
		rel, ok := within(g.boundary, filepath.Join(m.base, filepath.FromSlash(name)))
		if ok && (found == nil || len(g.boundary) > len(found.boundary)) {
			found, inside = g, rel
		}
	}
	return found, inside
}

// asked reports whether a file is one that the command line means: by its name, or as one that is found in a directory.
func (g *group) asked(name string) (bool, error) {
	files, err := openConfined(g.boundary)
	if err != nil {
		return false, pathError(g.boundary, err)
	}
	defer func() { _ = files.Close() }() // it was only read
	for _, t := range g.targets {
		switch {
		case !t.walk:
			if name == path.Join(t.dir, filepath.Base(t.written)) {
				return true, nil
			}
		case t.dir == "." || strings.HasPrefix(name, t.dir+"/"):
			if !terraform.NewLoader(files).Ignored(t.dir, name) {
				return true, nil
			}
		}
	}
	return false, nil
}

// fixable refuses what fixes do not go with.
func (o checkOptions) fixable(all []*group) error {
	flag := "--fix"
	switch {
	case o.fix && o.diff:
		return errors.New("--fix writes, and --diff shows what it would write: give one of them")
	case o.diff:
		flag = "--diff"
	case !o.fix:
		return nil
	}
	for _, g := range all {
		for _, t := range g.targets {
			if t.plan != "" {
				return fmt.Errorf("%s is for configurations, and %s is a plan", flag, t.written)
			}
		}
	}
	for _, format := range o.formats {
		if o.diff && !strings.Contains(format, "=") {
			return fmt.Errorf("--diff goes to stdout: write the report to a file with --format %s=FILE", format)
		}
	}
	return nil
}

// count says how much was, or would be, fixed.
func (m *mending) count() string {
	if m.findings == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%s in %s", counted(m.findings, "finding"), counted(len(m.files), "file"))
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
