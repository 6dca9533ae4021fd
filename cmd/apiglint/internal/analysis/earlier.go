package analysis

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/git"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/overlay"
	"github.com/apiglint/apiglint/schema/terraform/files"
)

// earlier is what a revision holds.
type earlier struct {
	repository *git.Repository
	tree       *git.Tree
	files      fs.FS  // within the group's boundary
	name       string // of the revision
}

// openEarlier reads a revision of the work tree that a group is in. Variables files of the command line are those of
// now.
func openEarlier(g *boundary.Group, now fs.FS, revision string, variables []string) (*earlier, error) {
	at := g.Dir
	if !git.IsWorkTree(git.WorkTree(at)) { // a wider boundary was asked for
		at = filepath.Join(at, filepath.FromSlash(g.Targets[0].Dir))
	}
	r, err := git.Open(at)
	if err != nil {
		return nil, err
	}
	for _, t := range g.Targets {
		if _, ok := boundary.Within(r.Dir, filepath.Join(g.Dir, filepath.FromSlash(t.Dir))); !ok {
			return nil, fmt.Errorf("%s is not in the git work tree %s", t.Written, r.Dir)
		}
	}
	commit, err := r.Commit(revision)
	if err != nil {
		return nil, err
	}
	e := &earlier{repository: r, name: revision}
	if strings.HasSuffix(revision, "...") {
		e.name = commit[:12]
	}
	if prefix, ok := boundary.Within(r.Dir, g.Dir); ok {
		e.tree, err = r.Tree(commit, prefix, now, files.MaxFileSize)
		e.files = e.tree
	} else if below, ok := boundary.Within(g.Dir, r.Dir); ok {
		inner, subErr := fs.Sub(now, below)
		if subErr != nil {
			return nil, subErr
		}
		e.tree, err = r.Tree(commit, ".", inner, files.MaxFileSize)
		e.files = overlay.Mounted(now, below, e.tree)
	}
	if err != nil {
		r.Close()
		return nil, err
	}
	if len(variables) > 0 {
		e.files = overlay.Lent(e.files, now, variables)
	}
	return e, nil
}
