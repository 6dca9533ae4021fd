package main

import (
	"io/fs"
	"path/filepath"
	"testing/fstest"
	"time"
)

// overlay holds files as they will be, by their absolute path.
type overlay map[string][]byte

// on answers the files of a directory with those of the overlay in place of what is there.
func (o overlay) on(files fs.FS, dir string) fs.FS {
	if len(o) == 0 {
		return files
	}
	changed := fstest.MapFS{}
	for full, content := range o {
		if name, ok := within(dir, full); ok {
			changed[name] = &fstest.MapFile{Data: content, Mode: 0o644, ModTime: time.Unix(0, 0)}
		}
	}
	return overlaid{FS: files, changed: changed}
}

func (o overlay) put(base, name string, content []byte) {
	o[filepath.Join(base, filepath.FromSlash(name))] = content
}

type overlaid struct {
	fs.FS
	changed fstest.MapFS
}

// Open opens the file as it will be.
func (o overlaid) Open(name string) (fs.File, error) {
	if o.changed[name] != nil {
		return o.changed.Open(name)
	}
	return o.FS.Open(name)
}
