// Package overlay has file systems in which something stands in the place of what is there.
package overlay

import (
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/schema/terraform/memory"
)

// Files are files as they will be, by their absolute path.
type Files map[string][]byte

// On returns the files of a directory with those of the overlay in place of what is there.
func (o Files) On(files fs.FS, dir string) fs.FS {
	if len(o) == 0 {
		return files
	}
	changed := memory.FS{}
	for full, content := range o {
		if name, ok := boundary.Within(dir, full); ok {
			changed[name] = content
		}
	}
	return Lent(files, changed, slices.Collect(maps.Keys(changed)))
}

// Put adds the content of a file, whose name is slash-separated and relative to base.
func (o Files) Put(base, name string, content []byte) {
	o[filepath.Join(base, filepath.FromSlash(name))] = content
}

// Mounted returns a file system with another one in the place of a directory.
func Mounted(files fs.FS, dir string, inner fs.FS) fs.FS {
	return mounted{FS: files, at: dir, inner: inner}
}

type mounted struct {
	fs.FS
	at    string
	inner fs.FS
}

// Open opens a file or a directory of either.
func (m mounted) Open(name string) (fs.File, error) {
	if name == m.at {
		return m.inner.Open(".")
	}
	if inside, ok := strings.CutPrefix(name, m.at+"/"); ok {
		return m.inner.Open(inside)
	}
	return m.FS.Open(name)
}

// Lent returns a file system in which some files, named as there, are those of another one.
func Lent(files, others fs.FS, names []string) fs.FS {
	return lent{FS: files, others: others, names: names}
}

type lent struct {
	fs.FS
	others fs.FS
	names  []string
}

// Open opens a file or a directory of either.
func (l lent) Open(name string) (fs.File, error) {
	if slices.Contains(l.names, name) {
		return l.others.Open(name)
	}
	return l.FS.Open(name)
}
