// Package confined opens directories beyond which nothing is read.
package confined

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// FS is the file system of a directory that is open. Symbolic links do not lead out of it, and nothing is waited for:
// what is opened is a file or a directory, also where a pipe has taken its place in the meantime.
type FS struct{ root *os.Root }

// Open opens a directory. It has to be closed.
func Open(dir string) (FS, error) {
	root, err := os.OpenRoot(dir)
	return FS{root}, err
}

// Close closes the directory.
func (c FS) Close() error { return c.root.Close() }

// Open opens a file or a directory.
func (c FS) Open(name string) (fs.File, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := c.root.OpenFile(local, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: name, Err: errors.New("it is not a regular file")}
	}
	if err != nil {
		_ = f.Close() // nothing was read
		return nil, err
	}
	return f, nil
}

// Stat describes what a name leads to. Nothing is opened.
func (c FS) Stat(name string) (fs.FileInfo, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	return c.root.Stat(local)
}

// Sub opens a directory. What is named in it is found there, without going through the directories above for each name.
func (c FS) Sub(dir string) (fs.FS, error) {
	local, err := filepath.Localize(dir)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: fs.ErrInvalid}
	}
	// A pipe would be waited for, and has no dot in it.
	root, err := c.root.OpenRoot(local + string(filepath.Separator) + ".")
	if err != nil {
		return nil, err
	}
	return FS{root}, nil
}
