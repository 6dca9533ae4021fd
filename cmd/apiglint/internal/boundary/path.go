package boundary

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Directory returns a directory's absolute path without symbolic links.
func Directory(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", Error(path, err)
	}
	if abs, err = filepath.EvalSymlinks(abs); err != nil {
		return "", Error(path, err)
	}
	info, err := os.Stat(abs)
	if err != nil {
		return "", Error(path, err)
	}
	if !info.IsDir() {
		return "", fmt.Errorf("%s is not a directory", path)
	}
	return abs, nil
}

// Error says in one sentence why a path cannot be read.
func Error(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s does not exist", path)
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return fmt.Errorf("%s cannot be read: %w", path, err)
}

// Plain strips the operation and the path off an error.
func Plain(err error) error {
	if inner, ok := err.(*os.PathError); ok { //nolint:errorlint // only the outermost wrapper is to be removed
		return inner.Err
	}
	return err
}

// Within returns a path as seen from a directory, slash-separated, and whether it lies in it.
func Within(dir, path string) (string, bool) {
	rel, err := filepath.Rel(dir, path)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// Shown returns how text names files below base: as seen from the current directory.
func Shown(base string) func(string) string {
	here, err := Directory(".")
	return func(name string) string {
		full := filepath.Join(base, filepath.FromSlash(name))
		if err != nil {
			return full
		}
		if rel, err := filepath.Rel(here, full); err == nil {
			return filepath.ToSlash(rel)
		}
		return full
	}
}

// Real returns where names below base lead to: a symbolic link to a file is followed, inside of base.
func Real(base string) func(string) string {
	return func(name string) string {
		full, err := filepath.EvalSymlinks(filepath.Join(base, filepath.FromSlash(name)))
		if err != nil {
			return name
		}
		if inside, ok := Within(base, full); ok {
			return inside
		}
		return name
	}
}
