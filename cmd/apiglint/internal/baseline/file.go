// Package baseline reads the files that hold what was found before.
package baseline

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
)

// File is a baseline with the directory that it is relative to.
type File struct {
	Dir   string // absolute, without symbolic links
	Known lint.Counts
}

// maxSize is the size of the largest file that is read.
const maxSize = 64 << 20

// Read reads a baseline.
func Read(name string) (*File, error) {
	if !exists(name) {
		return nil, fmt.Errorf("%s does not exist; apiglint baseline -o %s writes it", name, name)
	}
	dir, err := boundary.Directory(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(name); err == nil && info.Mode()&(fs.ModeDevice|fs.ModeNamedPipe) != 0 {
		return nil, fmt.Errorf("%s is not a regular file", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, boundary.Error(name, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	src, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", name, boundary.Plain(err))
	}
	if len(src) > maxSize {
		return nil, fmt.Errorf("%s is larger than %d MB, and baselines of this size are not read", name, maxSize>>20)
	}
	known, err := lint.ReadBaseline(src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &File{Dir: dir, Known: known}, nil
}

// Existing reads the file that is about to be written, and answers an empty baseline where there is none. An
// error says that what stands there is not to be overwritten.
func Existing(name string) (*File, error) {
	dir, err := boundary.Directory(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	if !exists(name) {
		return &File{Dir: dir, Known: lint.Counts{}}, nil
	}
	before, err := Read(name)
	if err != nil {
		return nil, fmt.Errorf("%w; it is not overwritten", err)
	}
	return before, nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// Within returns what is known of the directories within one, relative to that.
func (b *File) Within(dir string) lint.Counts {
	inside := lint.Counts{}
	for id, n := range b.Known {
		if root, ok := boundary.Within(dir, b.Absolute(id)); ok {
			id.Root = root
			inside[id] += n
		}
	}
	return inside
}

// Absolute returns the directory of the root module that an identity in the file is about.
func (b *File) Absolute(id lint.Identity) string {
	return filepath.Join(b.Dir, filepath.FromSlash(id.Root))
}

// Relative returns what is known with directories that are relative to the baseline.
func (b *File) Relative(absolute lint.Counts) lint.Counts {
	return absolute.Rename(func(id lint.Identity) lint.Identity {
		if rel, err := filepath.Rel(b.Dir, id.Root); err == nil {
			id.Root = filepath.ToSlash(rel)
		}
		return id
	})
}
