// Package fix makes the fixes of findings: in memory first, and then upon the files or as a patch.
package fix

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/confined"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/overlay"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/discovery"
)

// Fixes are what fixes make of the files.
type Fixes struct {
	// Skipped are files with fixes that are not made, by the name that findings give a file, and why.
	Skipped map[string]string

	findings int
	files    map[string]*changed // by the name that findings give a file
	groups   []*boundary.Group
	base     string
	names    map[string]int // how many names lead to a file
}

// changed is a file that fixes change.
type changed struct {
	group         *boundary.Group
	name          string // within the boundary, behind all symbolic links
	before, after []byte
}

// maxPasses bounds how often fixes are made upon fixes.
const maxPasses = 10

// Make makes all fixes of an analysis of some groups in memory, and those that come up then, and answers the analysis of
// what comes out. Again analyses the same with some files in the place of what is there.
func Make(
	all []*boundary.Group, first *analysis.Analysis, again func(overlay.Files) (*analysis.Analysis, error),
) (fixes *Fixes, last *analysis.Analysis, err error) {
	f := newFixes(all, first)
	over := overlay.Files{}
	last = first
	for range maxPasses {
		progress, err := f.pass(last)
		if err != nil {
			return nil, nil, err
		}
		if !progress {
			break
		}
		for name, file := range f.files {
			over.Put(f.base, name, file.after)
		}
		if last, err = again(over); err != nil {
			return nil, nil, err
		}
	}
	return f, last, nil
}

// Withhold takes the fixes out of an analysis that [Make] would skip, so that no report offers them.
func Withhold(all []*boundary.Group, a *analysis.Analysis) error {
	var f *Fixes
	for _, finding := range a.Report.Findings {
		if finding.Fix == nil {
			continue
		}
		if f == nil {
			f = newFixes(all, a)
		}
		file, err := f.file(a, finding.Fix.File())
		if err != nil {
			return err
		}
		if file == nil {
			finding.Fix = nil
		}
	}
	return nil
}

func newFixes(all []*boundary.Group, a *analysis.Analysis) *Fixes {
	f := &Fixes{
		files: map[string]*changed{}, Skipped: map[string]string{}, groups: all, base: a.Scope.Base, names: map[string]int{},
	}
	for name := range a.Scope.Files() {
		f.names[a.Scope.Real(name)]++
	}
	return f
}

// pass makes the fixes of the findings that an analysis left, and reports whether there was one.
func (f *Fixes) pass(a *analysis.Analysis) (bool, error) {
	byFile := map[string][]*lint.Fix{}
	for _, finding := range a.Report.Findings {
		if finding.Fix != nil {
			byFile[finding.Fix.File()] = append(byFile[finding.Fix.File()], finding.Fix)
		}
	}
	progress := false
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		file, err := f.file(a, name)
		if err != nil {
			return false, err
		}
		if file == nil {
			continue
		}
		after, made := lint.Apply(file.after, byFile[name])
		if len(made) > 0 {
			file.after, f.files[name] = after, file
			f.findings += len(made)
			progress = true
		}
	}
	return progress, nil
}

// file returns a file that may be changed, or nil.
func (f *Fixes) file(a *analysis.Analysis, name string) (*changed, error) {
	if file := f.files[name]; file != nil {
		return file, nil
	}
	real := a.Scope.Real(name)
	g, inside := f.group(real)
	if g == nil {
		return nil, nil
	}
	asked, err := asked(g, inside)
	switch {
	case err != nil:
		return nil, err
	case !asked:
		f.Skipped[name] = "it is not below what is checked"
		return nil, nil
	case f.names[real] > 1:
		f.Skipped[name] = "it has more than one name, by symbolic links"
		return nil, nil
	}
	source := a.Report.Files[name].Source
	return &changed{group: g, name: inside, before: source, after: source}, nil
}

// group returns the group whose boundary a file lies in, the narrowest one, and the file's name there.
func (f *Fixes) group(name string) (found *boundary.Group, inside string) {
	for _, g := range f.groups {
		rel, ok := boundary.Within(g.Dir, filepath.Join(f.base, filepath.FromSlash(name)))
		if ok && (found == nil || len(g.Dir) > len(found.Dir)) {
			found, inside = g, rel
		}
	}
	return found, inside
}

// asked reports whether a file is one that the command line means: by its name, or as one that is found in a directory.
func asked(g *boundary.Group, name string) (bool, error) {
	files, err := confined.Open(g.Dir)
	if err != nil {
		return false, boundary.Error(g.Dir, err)
	}
	defer func() { _ = files.Close() }() // it was only read
	for _, t := range g.Targets {
		switch {
		case !t.Walk:
			if name == path.Join(t.Dir, filepath.Base(t.Written)) {
				return true, nil
			}
		case t.Dir == "." || strings.HasPrefix(name, t.Dir+"/"):
			if !discovery.Ignored(configs.NewLoader(files), t.Dir, name) {
				return true, nil
			}
		}
	}
	return false, nil
}

// Count says how much was, or would be, fixed.
func (f *Fixes) Count() string {
	if f.findings == 0 {
		return "nothing"
	}
	return prose.Count(f.findings, "finding", "findings") + " in " + prose.Count(len(f.files), "file", "files")
}
