package terraform

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Discovery is what a walk through a directory finds.
type Discovery struct {
	// Roots are the directories of root modules, sorted by path.
	Roots []string
	// Foreign are those of them that have nothing to do with the provider: none of their files, and none of the modules
	// that they call, names it. They are not read any further.
	Foreign map[string]bool
	// Diagnostics are about directories that could not be read.
	Diagnostics hcl.Diagnostics

	calls map[string][]string // local modules by the directory that calls them
}

// Reaching answers the roots that a directory's module is part of, sorted by path: those that call it, directly or
// through other modules, and itself where it is one. There are none for a directory that was not found.
func (d *Discovery) Reaching(dir string) []string {
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

// Discover finds the root modules in dir and below: every directory with Terraform files that no other one found calls
// as a local module. A directory whose files cannot be parsed is one too.
//
// Hidden directories, .terraform among them, and what git ignores are not entered, and symbolic links to directories
// are not followed. The start is always taken as it was asked for: it is a root if it has Terraform files, although
// another directory calls it or git ignores it. Of modules that call each other in a circle the first is a root.
//
// The error says that dir itself cannot be read.
func (l *Loader) Discover(dir string) (*Discovery, error) {
	if _, err := fs.ReadDir(l.files, dir); err != nil {
		return nil, plainError(err)
	}
	w := &walk{loader: l, outline: map[string]*outline{}, result: &Discovery{Foreign: map[string]bool{}}}
	w.directory(dir, w.ignoredAbove(dir), 0)
	w.roots(dir)
	return w.result, nil
}

type walk struct {
	loader  *Loader
	found   []string // directories with Terraform files, parents first
	listed  [][]fs.DirEntry
	outline map[string]*outline
	result  *Discovery
	matched int // how often a pattern was held against a name
}

// maxDirectories bounds how deep directories nest: opening one means going through all above it.
const maxDirectories = 100

func (w *walk) problem(name, why string) {
	w.result.Diagnostics = append(w.result.Diagnostics, unreadable(name, why)...)
}

// directory enters dir. The ignore rules are those of the directories above it.
func (w *walk) directory(dir string, ignore ignoreRules, depth int) {
	if depth > maxDirectories {
		w.problem(dir, fmt.Sprintf("directories are nested more than %d deep", maxDirectories))
		return
	}
	entries, err := fs.ReadDir(w.loader.files, dir)
	if err != nil {
		w.problem(dir, plainError(err).Error())
		return
	}
	ignore = w.with(ignore, dir)
	terraform := false
	var inner []string
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		switch {
		case entry.IsDir():
			if !strings.HasPrefix(entry.Name(), ".") && !w.ignored(ignore, name, true) {
				inner = append(inner, name)
			}
		case !terraform && IsConfigName(entry.Name()):
			terraform = !w.ignored(ignore, name, false)
		}
	}
	if terraform {
		w.found = append(w.found, dir)
		w.listed = append(w.listed, entries)
	}
	for _, name := range inner {
		w.directory(name, ignore, depth+1)
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

// roots picks the roots among the directories found.
func (w *walk) roots(start string) {
	read := make([]*sources, len(w.found))
	outlines := make([]*outline, len(w.found))
	inParallel(len(w.found), func(i int) {
		read[i] = readSources(w.loader.files, w.found[i], w.listed[i])
		outlines[i] = read[i].outline()
	})
	calls := map[string][]string{}
	called := map[string]bool{}
	for i, dir := range w.found {
		w.loader.sources[dir], w.outline[dir] = read[i], outlines[i]
		for _, source := range outlines[i].calls(w.loader, dir) {
			if target := path.Join(dir, source); isLocalSource(source) && target != dir {
				calls[dir] = append(calls[dir], target)
				called[target] = true
			}
		}
	}
	reached := map[string]bool{}
	root := map[string]bool{}
	for _, dir := range w.found {
		if dir == start || !called[dir] {
			root[dir] = true
			reach(calls, dir, reached)
		}
	}
	for _, dir := range w.found {
		if !reached[dir] {
			root[dir] = true
			reach(calls, dir, reached)
		}
	}
	w.result.Roots, w.result.calls = sortedKeys(root), calls
	for _, dir := range w.result.Roots {
		if w.foreign(dir) {
			w.result.Foreign[dir] = true
		}
	}
	for dir, o := range w.outline {
		if !o.concerned {
			delete(w.loader.sources, dir) // nobody may ask for them, and there may be many
		}
	}
}
