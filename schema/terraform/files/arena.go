package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Arena is memory that files are read into, one behind the other: a small file takes what it is long, and what has been
// read of files that turn out not to matter is written over.
// The zero Arena gives every file memory of its own.
type Arena struct {
	chunk int    // how much memory is taken at once, in bytes; a file of more than a quarter of it gets its own
	kept  []byte // from where on nothing is kept of what was read
	free  []byte
}

// NewArena returns an empty arena.
func NewArena() *Arena { return &Arena{chunk: 1 << 16} }

// Keep says that what was read stays.
func (a *Arena) Keep() { a.kept = a.free }

// Drop says that nobody needs what was read since something was kept.
func (a *Arena) Drop() { a.free = a.kept }

// read reads a file to its end, and closes it. Only regular files are read: of others nobody knows whether they end. The
// error is a clause without the file's name.
func (a *Arena) read(in fs.File) ([]byte, error) {
	defer func() { _ = in.Close() }() // read only: closing has nothing to lose
	info, err := in.Stat()
	if err != nil {
		return nil, plainError(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a regular file")
	}
	if info.Size() > MaxFileSize {
		return nil, errTooLarge
	}
	size := int(info.Size())
	to, own := a.take(size + 1) // one more, to see that it has not grown
	n := 0
	for {
		m, err := in.Read(to[n:])
		n += m
		switch {
		case n > MaxFileSize:
			return nil, errTooLarge
		case errors.Is(err, io.EOF), err == nil && n == size && n > 0:
			if !own {
				a.free = a.free[n:]
			}
			return to[:n:n], nil
		case err != nil:
			return nil, plainError(err)
		case n == len(to):
			to, own = append(to, make([]byte, n)...), true
		}
	}
}

// take returns memory for n bytes or more, and reports whether it is apart from the rest.
func (a *Arena) take(n int) (to []byte, own bool) {
	switch {
	case n <= len(a.free):
	case n > a.chunk/4:
		return make([]byte, n), true
	default:
		a.free = make([]byte, a.chunk)
		a.kept = a.free
	}
	return a.free, false
}

var errTooLarge = fmt.Errorf("it is larger than %d MiB", MaxFileSize>>20)

// ReadText reads a file within the limits of configuration files: a regular one, of at most MaxFileSize. It is looked at
// before it is opened. The error is a clause without the name.
func ReadText(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, plainError(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a regular file")
	}
	in, err := fsys.Open(name)
	if err != nil {
		return nil, plainError(err)
	}
	return (&Arena{}).read(in)
}
