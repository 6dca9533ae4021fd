// Package memory has a file system in memory.
package memory

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// FS holds the contents of files by their slash-separated names. Its directories are the root and those that names mention.
type FS map[string][]byte

// Open opens a file or a directory.
func (m FS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if content, ok := m[name]; ok {
		return &file{info: info{name: path.Base(name), size: len(content)}, Reader: bytes.NewReader(content)}, nil
	}
	inside, prefix := map[string]fs.DirEntry{}, name+"/"
	if name == "." {
		prefix = ""
	}
	for full, content := range m {
		if below, ok := strings.CutPrefix(full, prefix); ok {
			first, _, deeper := strings.Cut(below, "/")
			entry := info{name: first, size: len(content)}
			if deeper {
				entry = info{name: first, dir: true}
			}
			inside[first] = entry
		}
	}
	if len(inside) == 0 && name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	var sorted []fs.DirEntry
	for _, first := range slices.Sorted(maps.Keys(inside)) {
		sorted = append(sorted, inside[first])
	}
	return &file{info: info{name: path.Base(name), dir: true}, Reader: &bytes.Reader{}, entries: sorted}, nil
}

// file is an open file or directory.
type file struct {
	info
	*bytes.Reader
	entries []fs.DirEntry // those of a directory that are still to be read
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

// ReadDir returns the next n entries, or all of them if n is not positive.
func (f *file) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.entries) {
		n = len(f.entries)
	}
	read := f.entries[:n:n]
	f.entries = f.entries[n:]
	return read, nil
}

// info describes a file or a directory.
type info struct {
	name string
	size int
	dir  bool
}

func (i info) Name() string               { return i.name }
func (i info) Size() int64                { return int64(i.size) }
func (i info) IsDir() bool                { return i.dir }
func (i info) ModTime() time.Time         { return time.Time{} }
func (i info) Sys() any                   { return nil }
func (i info) Type() fs.FileMode          { return i.Mode().Type() }
func (i info) Info() (fs.FileInfo, error) { return i, nil }
func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
