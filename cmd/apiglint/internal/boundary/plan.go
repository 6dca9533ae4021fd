package boundary

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/git"
)

// OfPlan returns the group whose only target is a plan: a file, or "-" for stdin. Its configuration may be in chdir, or
// beside it where chdir is empty. A root, where one is given, is the boundary.
func OfPlan(file, chdir, root string) (*Group, error) {
	dir := cmp.Or(chdir, ".")
	if file != "-" {
		info, err := os.Stat(file)
		if err != nil {
			return nil, Error(file, err)
		}
		if info.IsDir() {
			return nil, fmt.Errorf("%s is a directory: plan reviews the file that terraform show -json tfplan > plan.json makes", file)
		}
		dir = cmp.Or(chdir, filepath.Dir(file))
	}
	dir, err := Directory(dir)
	if err != nil {
		return nil, err
	}
	boundary := git.WorkTree(dir)
	if root != "" {
		if boundary, err = Directory(root); err != nil {
			return nil, fmt.Errorf("--root: %w", err)
		}
	}
	inside, ok := Within(boundary, dir)
	if !ok {
		return nil, fmt.Errorf("%s is outside of --root %s", cmp.Or(chdir, file), root)
	}
	return &Group{Dir: boundary, Targets: []Target{{Written: file, Dir: inside, Plan: file}}}, nil
}

// isBinaryPlan reports whether a file begins as the plans of terraform plan -out do.
func isBinaryPlan(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	head := make([]byte, 4)
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, []byte("PK\x03\x04"))
}
