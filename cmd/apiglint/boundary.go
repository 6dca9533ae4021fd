package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/apiglint/apiglint/schema/terraform"
)

// group is what is checked within one boundary: nothing outside of it is read.
type group struct {
	boundary string // absolute, without symbolic links
	targets  []target
}

// target is a path of the command line.
type target struct {
	written string // as the user wrote it
	dir     string // its directory, slash-separated and relative to the boundary
	walk    bool   // whether the roots below it are meant, or the directory's module alone
	plan    string // the plan's file, "-" for stdin; dir then is where its configuration may be
}

// groups sorts paths by the boundaries that they lie in, in the order in which they are written. A root, where one is
// given, is the boundary of all.
func groups(paths []string, root string) ([]*group, error) {
	given := ""
	if root != "" {
		dir, err := realDirectory(root)
		if err != nil {
			return nil, fmt.Errorf("--root: %w", err)
		}
		given = dir
	}
	var all []*group
	byBoundary := map[string]*group{}
	for _, path := range paths {
		t, dir, err := locate(path)
		if err != nil {
			return nil, err
		}
		boundary := given
		if boundary == "" {
			boundary = workTree(dir)
		}
		inside, ok := within(boundary, dir)
		if !ok {
			return nil, fmt.Errorf("%s is outside of --root %s", path, root)
		}
		g := byBoundary[boundary]
		if g == nil {
			g = &group{boundary: boundary}
			byBoundary[boundary] = g
			all = append(all, g)
		}
		t.dir = inside
		g.targets = append(g.targets, t)
	}
	return all, nil
}

// locate answers what a path means, and the directory of it.
func locate(path string) (t target, dir string, err error) {
	t.written = path
	info, err := os.Stat(path)
	if err != nil {
		return t, "", pathError(path, err)
	}
	if info.IsDir() {
		t.walk = true
		dir, err = realDirectory(path)
		return t, dir, err
	}
	name := filepath.Base(path)
	switch {
	case terraform.IsConfigName(name), isVariablesName(name):
	case info.Mode().IsRegular() && (strings.HasSuffix(name, ".json") || isBinaryPlan(path)):
		t.plan = path
	default:
		return t, "", fmt.Errorf("%s is no Terraform file: check takes directories, .tf, .tf.json and .tfvars files, and plans as .json", path)
	}
	dir, err = realDirectory(filepath.Dir(path))
	return t, dir, err
}

func isVariablesName(name string) bool {
	return strings.HasSuffix(name, ".tfvars") || strings.HasSuffix(name, ".tfvars.json")
}

// realDirectory answers a directory's absolute path without symbolic links.
func realDirectory(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", pathError(path, err)
	}
	if abs, err = filepath.EvalSymlinks(abs); err != nil {
		return "", pathError(path, err)
	}
	info, err := os.Stat(abs)
	if err != nil {
		return "", pathError(path, err)
	}
	if !info.IsDir() {
		return "", fmt.Errorf("%s is not a directory", path)
	}
	return abs, nil
}

// pathError says in one sentence why a path cannot be read.
func pathError(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s does not exist", path)
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return fmt.Errorf("%s cannot be read: %w", path, err)
}

// workTree answers the git work tree around a directory, or the directory itself where there is none.
func workTree(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if hasGit(at) {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

func hasGit(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// within answers a path as seen from a directory, slash-separated, and whether it lies in it.
func within(dir, path string) (string, bool) {
	rel, err := filepath.Rel(dir, path)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// common answers the deepest directory that all boundaries lie in.
func common(all []*group) string {
	if len(all) == 0 {
		return ""
	}
	base := all[0].boundary
	for _, g := range all[1:] {
		for {
			if _, ok := within(base, g.boundary); ok || base == filepath.Dir(base) {
				break
			}
			base = filepath.Dir(base)
		}
	}
	return base
}

// variablesFiles answers the --var-file paths as seen from a boundary.
func variablesFiles(boundary string, paths []string) ([]string, error) {
	var names []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, pathError(path, err)
		}
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("--var-file %s is not a regular file", path)
		}
		dir, err := realDirectory(filepath.Dir(path))
		if err != nil {
			return nil, err
		}
		name, ok := within(boundary, filepath.Join(dir, filepath.Base(path)))
		if !ok {
			return nil, fmt.Errorf("--var-file %s is outside of %s, beyond which nothing is read; --root sets a wider boundary", path, boundary)
		}
		names = append(names, name)
	}
	return names, nil
}

// realName answers where names below base lead to: a symbolic link to a file is followed, inside of base.
func realName(base string) func(string) string {
	return func(name string) string {
		full, err := filepath.EvalSymlinks(filepath.Join(base, filepath.FromSlash(name)))
		if err != nil {
			return name
		}
		if inside, ok := within(base, full); ok {
			return inside
		}
		return name
	}
}
