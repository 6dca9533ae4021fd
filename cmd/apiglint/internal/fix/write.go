package fix

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint/prose"
)

// Write writes the files that fixes have changed. Nothing is written unless all can be.
func (f *Fixes) Write(shown func(name string) string) error {
	names := slices.Sorted(maps.Keys(f.files))
	for _, name := range names {
		if err := f.files[name].within(func(root *os.Root, file *changed) error { _, err := file.check(root); return err }); err != nil {
			return fmt.Errorf("%s %w: nothing was written", shown(name), err)
		}
	}
	for n, name := range names {
		if err := f.files[name].within(func(root *os.Root, file *changed) error { return file.replace(root) }); err != nil {
			return fmt.Errorf("%s %w: %d of %s written", shown(name), err, n, prose.Count(len(names), "file", "files"))
		}
	}
	return nil
}

// within does something inside the boundary of the file.
func (f *changed) within(do func(root *os.Root, file *changed) error) error {
	root, err := os.OpenRoot(f.group.Dir)
	if err != nil {
		return fmt.Errorf("cannot be written: %w", boundary.Plain(err))
	}
	defer func() { _ = root.Close() }() // what is written is closed by itself
	return do(root, f)
}

// check returns the file's mode, or why it is not to be written.
func (f *changed) check(root *os.Root) (fs.FileMode, error) {
	info, err := root.Lstat(f.name)
	if err != nil {
		return 0, fmt.Errorf("cannot be written: %w", boundary.Plain(err))
	}
	if !info.Mode().IsRegular() { // reading a pipe would wait for ever
		return 0, fmt.Errorf("has changed since it was read")
	}
	now, err := root.ReadFile(f.name)
	switch {
	case err != nil:
		return 0, fmt.Errorf("cannot be written: %w", boundary.Plain(err))
	case !bytes.Equal(now, f.before):
		return 0, fmt.Errorf("has changed since it was read")
	case info.Mode().Perm()&0o200 == 0:
		return 0, fmt.Errorf("is read-only")
	}
	return info.Mode().Perm(), nil
}

// replace puts a new file in the place of the old one, at once: who reads it reads the one or the other.
func (f *changed) replace(root *os.Root) error {
	mode, err := f.check(root)
	if err != nil {
		return err
	}
	temporary := path.Join(path.Dir(f.name), fmt.Sprintf(".apiglint-%08x.tmp", rand.Uint32()))
	if err = writeNew(root, temporary, f.after, mode); err == nil {
		err = root.Rename(temporary, f.name)
	}
	if err != nil {
		_ = root.Remove(temporary) // it may not be there
		return fmt.Errorf("cannot be written: %w", boundary.Plain(err))
	}
	return nil
}

func writeNew(root *os.Root, name string, content []byte, mode fs.FileMode) (err error) {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if closing := file.Close(); err == nil {
			err = closing
		}
	}()
	if _, err = file.Write(content); err != nil {
		return err
	}
	if err = file.Chmod(mode); err != nil {
		return err
	}
	return file.Sync()
}
