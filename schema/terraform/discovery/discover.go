package discovery

import (
	"fmt"
	"maps"
	"path"
	"runtime"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/terragrunt"
)

// Found is what a walk through a directory finds.
type Found struct {
	// Roots are the directories of root modules, sorted by path.
	Roots []string
	// Unrelated are those of them that have nothing to do with the provider: none of their files, and none of the modules
	// that they call, names it or one of the other words that matter. They are not read any further.
	Unrelated map[string]bool
	// Called are those that something calls that is not followed (a test, a stack, an address that may be the one of this
	// repository), with the place. What such a module lacks may be there.
	Called map[string]hcl.Range
	// Units are the units of Terragrunt whose module is there, by directory. The module is judged for each of them.
	Units []*terragrunt.Unit
	// Diagnostics are about directories that could not be read.
	Diagnostics hcl.Diagnostics

	calls map[string][]string // local modules by the directory that calls them
}

// Reaching returns the roots that a directory's module is part of, sorted by path: those that call it, directly or
// through other modules, and itself where it is one. There are none for a directory that was not found.
func (d *Found) Reaching(dir string) []string {
	var roots []string
	for _, root := range d.Roots {
		reached := map[string]bool{}
		reach(d.calls, root, reached)
		if reached[dir] {
			roots = append(roots, root)
		}
	}
	return roots
}

// Calling returns the units of Terragrunt that a directory's module is part of.
func (d *Found) Calling(dir string) []*terragrunt.Unit {
	var units []*terragrunt.Unit
	for _, u := range d.Units {
		reached := map[string]bool{}
		reach(d.calls, u.Module, reached)
		if reached[dir] || u.Dir == dir {
			units = append(units, u)
		}
	}
	return units
}

// reach marks a directory and all that it calls, directly or through other modules.
func reach(calls map[string][]string, dir string, reached map[string]bool) {
	if reached[dir] {
		return
	}
	reached[dir] = true
	for _, target := range calls[dir] {
		reach(calls, target, reached)
	}
}

// Roots finds the root modules in dir and below: every directory with Terraform files that no other one found calls
// as a local module. A directory whose files cannot be parsed is one too.
//
// Hidden directories, .terraform among them, and what git ignores are not entered, and symbolic links to directories
// are not followed. The start is always taken as it was asked for: it is a root if it has Terraform files, although
// another directory calls it or git ignores it. Of modules that call each other in a circle the first is a root.
//
// A file that holds one of the words matters as one that names the provider does. The error says that dir itself cannot be
// read.
func Roots(l *configs.Loader, dir string, words ...string) (*Found, error) {
	w := &walk{loader: l, queue: make(chan *visit), outline: map[string]*outline{}, result: &Found{Unrelated: map[string]bool{}}}
	for _, word := range slices.Concat(facts.Providers(), words) {
		w.words = append(w.words, []byte(word))
	}
	defer close(w.queue)
	for range runtime.GOMAXPROCS(0) {
		go func() {
			arena := files.NewArena()
			for v := range w.queue {
				v.look(w, arena)
			}
		}()
	}
	start := w.ahead(dir)
	if err := start.wait(); err != nil {
		return nil, err
	}
	w.through(start, w.ignoredAbove(dir), 0)
	w.roots(dir)
	return w.result, nil
}

// walk goes through the directories in the order of their names. Those that it comes to next are read beside it.
type walk struct {
	loader  *configs.Loader
	words   [][]byte // that make a file matter
	queue   chan *visit
	found   []*visit // of directories with Terraform files, parents first
	callers []files.Caller
	outline map[string]*outline
	result  *Found
	// followed are the callers that are units of Terragrunt, or are included by one.
	followed map[string]bool
	matched  int // how often a pattern was held against a name
}

// visit is what a look at a directory shows.
type visit struct {
	dir     string
	done    chan struct{} // is closed when the rest is there
	failure any           // a panic
	folder  *files.Folder
	err     error // the directory cannot be listed
	outline *outline
	module  *configs.Parsed // nil where nothing in it matters
}

// wait waits until the directory has been looked at, and returns why it cannot be listed.
func (v *visit) wait() error {
	<-v.done
	if v.failure != nil {
		panic(v.failure)
	}
	return v.err
}

// look lists a directory and reads its files. They are parsed and held only where they may matter: there may be many that
// do not.
func (v *visit) look(w *walk, arena *files.Arena) {
	defer func() {
		v.failure = recover()
		close(v.done)
	}()
	if v.folder, v.err = files.List(w.loader.Files(), v.dir); v.err != nil {
		return
	}
	defer v.folder.Close()
	v.folder.Read(arena)
	if v.outline = outlined(v.folder, w.words); v.outline.concerned {
		arena.Keep()
		v.module = configs.Parse(v.folder)
	} else {
		arena.Drop()
	}
	for i := range v.folder.Sources {
		v.folder.Sources[i].Bytes = nil
	}
}

// maxDirectories bounds how deep directories nest: opening one means going through all above it.
const maxDirectories = 100

func (w *walk) problem(name, why string) {
	w.result.Diagnostics = append(w.result.Diagnostics, files.Unreadable(name, why)...)
}

// ahead has a directory looked at that the walk will come to.
func (w *walk) ahead(dir string) *visit {
	v := &visit{dir: dir, done: make(chan struct{})}
	w.queue <- v
	return v
}

// through goes through a directory and those in it. The ignore rules are those of the directories above.
func (w *walk) through(v *visit, ignore ignoreRules, depth int) {
	if err := v.wait(); err != nil {
		w.problem(v.dir, err.Error())
		return
	}
	f := v.folder
	v.folder = nil // the names are not needed any more
	if f.Ignores {
		ignore = w.with(ignore, f.Dir)
	}
	w.callers = append(w.callers, slices.DeleteFunc(f.Callers, func(c files.Caller) bool { return w.ignored(ignore, c.Name, false) })...)
	inner := slices.DeleteFunc(f.Inner, func(name string) bool { return w.ignored(ignore, files.Below(f.Dir, name), true) })
	if slices.ContainsFunc(f.Sources, func(s files.Source) bool { return !w.ignored(ignore, s.Name, false) }) {
		w.found = append(w.found, v)
	}
	if depth == maxDirectories {
		for _, name := range inner {
			w.problem(files.Below(f.Dir, name), fmt.Sprintf("directories are nested more than %d deep", maxDirectories))
		}
		return
	}
	next := make([]*visit, len(inner))
	for i, name := range inner {
		next[i] = w.ahead(files.Below(f.Dir, name))
	}
	for _, v := range next {
		w.through(v, ignore, depth+1)
	}
}

// maxMatches bounds how often patterns are held against names.
const maxMatches = 1 << 24

// ignored reports whether git ignores a path. Where there are too many patterns for so many paths, the rest is looked at.
func (w *walk) ignored(rules ignoreRules, name string, dir bool) bool {
	if w.matched += len(rules); w.matched > maxMatches {
		if w.matched-len(rules) <= maxMatches {
			w.problem(name, "the patterns of .gitignore files are too many for so many names: they are not obeyed from here on")
		}
		return false
	}
	return rules.match(name, dir)
}

// targets returns the directories of the modules that the one of a directory calls: by a path, or as terraform init has it.
func (w *walk) targets(dir string, o *outline) []string {
	var all []string
	for _, c := range o.called(w.loader, dir) {
		if configs.IsLocalSource(c.source) {
			all = append(all, path.Join(dir, c.source))
		}
	}
	if o.initialised {
		installed := w.loader.Installed(dir)
		for _, key := range slices.Sorted(maps.Keys(installed)) {
			all = append(all, installed[key])
		}
	}
	return all
}

// roots picks the roots among the directories found.
func (w *walk) roots(start string) {
	calls := map[string][]string{}
	called := map[string]bool{}
	for _, f := range w.found {
		w.outline[f.dir] = f.outline
		if f.module != nil {
			w.loader.Keep(f.module)
		}
	}
	for _, f := range w.found {
		for _, target := range w.targets(f.dir, f.outline) {
			if target != f.dir {
				calls[f.dir] = append(calls[f.dir], target)
				called[target] = true
			}
		}
	}
	reached := map[string]bool{}
	root := map[string]bool{}
	for _, f := range w.found {
		if f.dir == start || !called[f.dir] {
			root[f.dir] = true
			reach(calls, f.dir, reached)
		}
	}
	for _, f := range w.found {
		if !reached[f.dir] {
			root[f.dir] = true
			reach(calls, f.dir, reached)
		}
	}
	w.result.Roots, w.result.calls = slices.Sorted(maps.Keys(root)), calls
	w.units()
	w.result.Called = w.otherwise()
	for _, u := range w.result.Units {
		if w.outline[u.Module] != nil && w.unrelated(u.Module) {
			w.result.Unrelated[u.Module] = true
		}
	}
	for _, dir := range w.result.Roots {
		if w.unrelated(dir) {
			w.result.Unrelated[dir] = true
		}
	}
}
