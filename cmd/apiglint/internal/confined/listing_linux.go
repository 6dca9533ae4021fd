package confined

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
)

// directory is a directory that is open. The os package looks at every file of a directory that was opened within a root,
// because it promises more of an entry than its kind. The kind is in the listing, and the rest is asked for by nobody.
type directory struct {
	opened
	in   FS
	name string // in it
	rest []byte // what has been listed and not been answered
	end  bool   // whether all has been listed
	room *[]byte
}

func newDirectory(in FS, name string, o opened) fs.File {
	return &directory{opened: o, in: in, name: name, room: listings.Get().(*[]byte)}
}

// listings are the memory that the system lists names into.
var listings = sync.Pool{New: func() any {
	room := make([]byte, 1<<14)
	return &room
}}

// Close closes the directory.
func (d *directory) Close() error {
	if d.room != nil {
		listings.Put(d.room)
		d.rest, d.room = nil, nil
	}
	return d.opened.Close()
}

// ReadDir answers the next n names in the directory, as the system orders them, and all of them where n is not positive.
func (d *directory) ReadDir(n int) ([]fs.DirEntry, error) {
	if d.room == nil {
		return nil, os.ErrClosed
	}
	var entries []fs.DirEntry
	for n <= 0 || len(entries) < n {
		if len(d.rest) == 0 {
			switch err := d.fill(); {
			case errors.Is(err, io.EOF) && n > 0 && len(entries) == 0:
				return nil, io.EOF
			case errors.Is(err, io.EOF):
				return entries, nil
			case err != nil:
				return entries, &fs.PathError{Op: "readdir", Path: d.name, Err: err}
			}
		}
		e, err := d.next()
		if err != nil {
			return entries, err
		}
		if e != nil {
			entries = append(entries, e)
		}
	}
	return entries, nil
}

// fill lists names. At the end of the directory it is io.EOF.
func (d *directory) fill() error {
	if d.end {
		return io.EOF
	}
	raw, err := d.SyscallConn()
	if err != nil {
		return err
	}
	n, failed := 0, error(nil)
	err = raw.Control(func(fd uintptr) {
		for {
			if n, failed = syscall.ReadDirent(int(fd), *d.room); !errors.Is(failed, syscall.EINTR) {
				return
			}
		}
	})
	switch {
	case err != nil:
		return err
	case failed != nil:
		return failed
	case n <= 0:
		d.end = true
		return io.EOF
	}
	d.rest = (*d.room)[:n]
	return nil
}

// next takes one entry of what getdents64(2) has written: its file's number in eight bytes, the place in the directory in
// eight, the length of all in two, the kind in one, and the name with a zero behind it. It is nil for one that means nothing.
func (d *directory) next() (fs.DirEntry, error) {
	const header = 19
	length := int(binary.NativeEndian.Uint16(d.rest[16:]))
	record := d.rest[:length]
	d.rest = d.rest[length:]
	name, _, _ := bytes.Cut(record[header:], []byte{0})
	switch string(name) {
	case "", ".", "..":
		return nil, nil //nolint:nilnil // it is none, as it says
	}
	e := &entry{of: d, name: string(name)}
	kind, known := kinds[record[header-1]]
	if e.kind = kind; !known {
		info, err := e.Info() // some file systems do not tell
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil //nolint:nilnil // it has gone in the meantime
		}
		if err != nil {
			return nil, err
		}
		e.kind = info.Mode().Type()
	}
	return e, nil
}

var kinds = map[byte]fs.FileMode{
	syscall.DT_REG: 0, syscall.DT_DIR: fs.ModeDir, syscall.DT_LNK: fs.ModeSymlink, syscall.DT_FIFO: fs.ModeNamedPipe,
	syscall.DT_SOCK: fs.ModeSocket, syscall.DT_CHR: fs.ModeDevice | fs.ModeCharDevice, syscall.DT_BLK: fs.ModeDevice,
}

// entry is what a listing says of a name.
type entry struct {
	of   *directory
	name string
	kind fs.FileMode
}

func (e *entry) Name() string      { return e.name }
func (e *entry) IsDir() bool       { return e.kind.IsDir() }
func (e *entry) Type() fs.FileMode { return e.kind }
func (e *entry) Info() (fs.FileInfo, error) {
	return e.of.in.root.Lstat(filepath.Join(e.of.name, e.name))
}
