// Package boundary says what the paths of a command line mean, and beyond which directory nothing is read for them.
package boundary

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/git"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Group is what is checked within one boundary: nothing outside of it is read.
type Group struct {
	Dir     string // the boundary, absolute and without symbolic links
	Targets []Target
}

// Target is a path of the command line.
type Target struct {
	Written string // as the user wrote it
	Dir     string // its directory, slash-separated and relative to the boundary
	Walk    bool   // whether the roots below it are meant, or the directory's module alone
	Plan    string // the plan's file, "-" for stdin; Dir then is where its configuration may be
}

// Groups sorts paths by the boundaries that they lie in, in the order in which they are written. Without any it is the current
// directory. A root, where one is given, is the boundary of all.
func Groups(paths []string, root string) ([]*Group, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	given := ""
	if root != "" {
		dir, err := Directory(root)
		if err != nil {
			return nil, fmt.Errorf("--root: %w", err)
		}
		given = dir
	}
	var all []*Group
	byBoundary := map[string]*Group{}
	for _, path := range paths {
		t, dir, err := locate(path)
		if err != nil {
			return nil, err
		}
		boundary := given
		if boundary == "" {
			boundary = git.WorkTree(dir)
		}
		inside, ok := Within(boundary, dir)
		if !ok {
			return nil, fmt.Errorf("%s is outside of --root %s", path, root)
		}
		g := byBoundary[boundary]
		if g == nil {
			g = &Group{Dir: boundary}
			byBoundary[boundary] = g
			all = append(all, g)
		}
		t.Dir = inside
		g.Targets = append(g.Targets, t)
	}
	return all, nil
}

// locate returns what a path means, and the directory of it.
func locate(path string) (t Target, dir string, err error) {
	t.Written = path
	info, err := os.Stat(path)
	if err != nil {
		return t, "", Error(path, err)
	}
	if info.IsDir() {
		t.Walk = true
		dir, err = Directory(path)
		return t, dir, err
	}
	name := filepath.Base(path)
	switch {
	case files.IsConfigName(name), isVariablesName(name), files.IsUnitName(name):
	case info.Mode().IsRegular() && (strings.HasSuffix(name, ".json") || isBinaryPlan(path)):
		t.Plan = path
	default:
		return t, "", fmt.Errorf("%s is no Terraform file: check takes directories, .tf, .tofu, .tfvars and terragrunt.hcl files, the same as JSON, and plans as .json", path)
	}
	dir, err = Directory(filepath.Dir(path))
	return t, dir, err
}

func isVariablesName(name string) bool {
	return strings.HasSuffix(name, ".tfvars") || strings.HasSuffix(name, ".tfvars.json")
}

// Common returns the deepest directory that all boundaries lie in.
func Common(all []*Group) string {
	if len(all) == 0 {
		return ""
	}
	base := all[0].Dir
	for _, g := range all[1:] {
		for {
			if _, ok := Within(base, g.Dir); ok || base == filepath.Dir(base) {
				break
			}
			base = filepath.Dir(base)
		}
	}
	return base
}
