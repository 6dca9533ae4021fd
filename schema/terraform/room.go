package terraform

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// room is memory that files are read into, one behind the other: a small file takes what it is long, and what has been
// read of files that turn out not to matter is written over.
// The zero room gives every file memory of its own.
type room struct {
	chunk int    // how much memory is taken at once, in bytes; a file of more than a quarter of it gets its own
	kept  []byte // from where on nothing is kept of what was read
	free  []byte
}

func newRoom() *room { return &room{chunk: 1 << 16} }

// keep says that what was read stays.
func (r *room) keep() { r.kept = r.free }

// drop says that nobody needs what was read since something was kept.
func (r *room) drop() { r.free = r.kept }

// read reads a file to its end, and closes it. Only regular files are read: of others nobody knows whether they end. The
// error is a clause without the file's name.
func (r *room) read(in fs.File) ([]byte, error) {
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
	to, own := r.take(size + 1) // one more, to see that it has not grown
	n := 0
	for {
		m, err := in.Read(to[n:])
		n += m
		switch {
		case n > MaxFileSize:
			return nil, errTooLarge
		case errors.Is(err, io.EOF), err == nil && n == size && n > 0:
			if !own {
				r.free = r.free[n:]
			}
			return to[:n:n], nil
		case err != nil:
			return nil, plainError(err)
		case n == len(to):
			to, own = append(to, make([]byte, n)...), true
		}
	}
}

// take answers room for n bytes or more, and whether it is apart from the rest.
func (r *room) take(n int) (to []byte, own bool) {
	switch {
	case n <= len(r.free):
	case n > r.chunk/4:
		return make([]byte, n), true
	default:
		r.free = make([]byte, r.chunk)
		r.kept = r.free
	}
	return r.free, false
}

var errTooLarge = fmt.Errorf("it is larger than %d MiB", MaxFileSize>>20)

// readLimited reads the file with a name, which is looked at before it is opened. The error is a clause without the name.
func readLimited(fsys fs.FS, name string) ([]byte, error) {
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
	return (&room{}).read(in)
}
