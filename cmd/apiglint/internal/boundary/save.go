package boundary

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Save writes a file that the command line names. What is checked may be a stranger's, and with it the symbolic links in it:
// within the boundary of a group none is written through, and none leads out.
func Save(name string, all []*Group, write func(io.Writer) error) error {
	file, err := create(name, all)
	if err == nil {
		err = write(file)
		if closing := file.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", name, Plain(err))
	}
	return nil
}

var errLink = errors.New("it is a symbolic link of what is checked, and could lead anywhere")

// create opens a file for writing, and empties it.
func create(name string, all []*Group) (*os.File, error) {
	const flags, mode = os.O_WRONLY | os.O_CREATE | os.O_TRUNC, 0o644
	dir, inside, err := around(name, all)
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return os.OpenFile(name, flags, mode)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // the file stays open
	if info, err := root.Lstat(inside); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, errLink
	}
	return root.OpenFile(inside, flags, mode)
}

// around returns the boundary that a name, as it is written, leads into, and the rest of the name. It is empty where there
// is none.
func around(name string, all []*Group) (boundary, inside string, err error) {
	full, err := filepath.Abs(name)
	if err != nil {
		return "", "", err
	}
	for dir := full; dir != filepath.Dir(dir); {
		dir = filepath.Dir(dir)
		real, err := filepath.EvalSymlinks(dir)
		if err == nil && slices.ContainsFunc(all, func(g *Group) bool { return g.Dir == real }) {
			inside, err := filepath.Rel(dir, full)
			return real, inside, err
		}
	}
	return "", "", nil
}
