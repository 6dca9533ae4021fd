package git

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
)

// Tree is the tree of a revision as a file system. Directories and files are read when they are asked for.
//
// What git does not hold itself is taken as it is now: what git ignores (terraform.tfvars, generated files), what
// terraform init has installed, submodules, and files whose content is kept elsewhere or encrypted (LFS, git-crypt).
type Tree struct {
	repository *Repository
	root       string // the bytes of the tree's name, "" for an empty one
	prefix     string // where it stands in the repository
	now        fs.FS  // the same directory of the work tree
	limit      int64  // the size of the largest file that is read

	mutex sync.Mutex
	trees map[string][]treeEntry // by name
	taken map[string]bool        // submodules that were taken as they are now
	lists int                    // how many directories were listed
	held  int                    // how many entries there are in trees
}

// treeEntry is one line of a directory.
type treeEntry struct {
	name   string
	object string      // the bytes of its name
	mode   fs.FileMode // the type of it; irregular is a submodule
}

// Tree returns what a commit holds below a directory of the repository, slash-separated: nothing where it has no such
// directory. Files of more than limit bytes cannot be opened. The same directory of the work tree is what there is now.
func (r *Repository) Tree(commit, prefix string, now fs.FS, limit int64) (*Tree, error) {
	top, err := r.resolve(commit, "tree")
	if err != nil {
		return nil, err
	}
	object, err := hex.DecodeString(top)
	if err != nil {
		return nil, err
	}
	t := &Tree{
		repository: r, root: string(object), prefix: prefix, now: now, limit: limit,
		trees: map[string][]treeEntry{}, taken: map[string]bool{},
	}
	for _, step := range splitPath(prefix) {
		list, err := t.entries(t.root)
		if err != nil {
			return nil, err
		}
		t.root = ""
		if entry, ok := entryNamed(list, step); ok && entry.mode.IsDir() {
			t.root = entry.object
		}
	}
	return t, nil
}

func entryNamed(list []treeEntry, name string) (treeEntry, bool) {
	i, ok := slices.BinarySearchFunc(list, name, func(e treeEntry, name string) int { return strings.Compare(e.name, name) })
	if !ok {
		return treeEntry{}, false
	}
	return list[i], true
}

const (
	maxLinks = 40
	// maxLists bounds the directories that are listed: a few trees that hold each other often are more than any disk.
	maxLists = 20_000
	// maxHeld bounds the entries of all directories that were read, which are kept.
	maxHeld = 2_000_000
)

var (
	errLinks   = errors.New("too many symbolic links")
	errOutside = errors.New("path escapes from parent") // as os.Root says it
	errNoBlob  = errors.New("git holds something else there")
	errTooMany = errors.New("the revision has too many files and directories")
)

// tooLarge says why an object is not read.
func (t *Tree) tooLarge() error { return fmt.Errorf("it is larger than %d MiB", t.limit>>20) }

// entries returns a directory by the name of its tree.
func (t *Tree) entries(object string) ([]treeEntry, error) {
	if object == "" {
		return nil, nil
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if list, ok := t.trees[object]; ok {
		return list, nil
	}
	if t.held > maxHeld {
		return nil, errTooMany
	}
	kind, _, content, err := t.object(object, t.limit)
	switch {
	case err != nil:
		return nil, err
	case kind != "tree":
		return nil, errNoBlob
	case content == nil:
		return nil, t.tooLarge()
	}
	list, err := parseTree(string(content), len(object))
	if err == nil {
		t.trees[object] = list
		t.held += len(list)
	}
	return list, err
}

// object asks for an object by the bytes of its name.
func (t *Tree) object(name string, most int64) (kind string, size int64, content []byte, err error) {
	return t.repository.object(hex.EncodeToString([]byte(name)), most)
}

// parseTree reads git's form of a directory: mode, space, name, NUL, the bytes of the object's name.
func parseTree(content string, size int) ([]treeEntry, error) {
	var list []treeEntry
	for len(content) > 0 {
		header, rest, ok := strings.Cut(content, "\x00")
		mode, name, spaced := strings.Cut(header, " ")
		if !ok || !spaced || len(rest) < size {
			return nil, errors.New("git holds a directory that cannot be read")
		}
		entry := treeEntry{name: name, object: rest[:size]}
		switch {
		case strings.HasPrefix(mode, "100"):
		case mode == "40000":
			entry.mode = fs.ModeDir
		case mode == "120000":
			entry.mode = fs.ModeSymlink
		default:
			entry.mode = fs.ModeIrregular
		}
		if name != "." && fs.ValidPath(name) && !strings.Contains(name, "/") {
			list = append(list, entry)
		}
		content = rest[size:]
	}
	slices.SortFunc(list, func(a, b treeEntry) int { return strings.Compare(a.name, b.name) })
	return list, nil
}

// find follows a path. It answers the entry and the path without symbolic links, and whether the path leads to what is
// taken as it is now.
func (t *Tree) find(name string) (at treeEntry, real string, now bool, err error) {
	at, real = treeEntry{name: ".", object: t.root, mode: fs.ModeDir}, "."
	rest := splitPath(name)
	for links := 0; len(rest) > 0; {
		step := rest[0]
		rest = rest[1:]
		if !at.mode.IsDir() {
			return at, real, false, fs.ErrNotExist
		}
		list, err := t.entries(at.object)
		if err != nil {
			return at, real, false, err
		}
		full := path.Join(real, step)
		entry, ok := entryNamed(list, step)
		if !ok {
			if t.isNow(full) {
				return at, path.Join(append([]string{full}, rest...)...), true, nil
			}
			return at, real, false, fs.ErrNotExist
		}
		switch entry.mode {
		case fs.ModeIrregular:
			t.mutex.Lock()
			t.taken[full] = true
			t.mutex.Unlock()
			return at, path.Join(append([]string{full}, rest...)...), true, nil
		case fs.ModeSymlink:
			if links++; links > maxLinks {
				return at, real, false, errLinks
			}
			_, _, target, err := t.object(entry.object, 1<<12)
			if err != nil {
				return at, real, false, err
			}
			to := string(target)
			joined := path.Join(real, to)
			if to == "" || path.IsAbs(to) || !fs.ValidPath(joined) {
				return at, real, false, errOutside
			}
			rest = append(splitPath(joined), rest...)
			at, real = treeEntry{name: ".", object: t.root, mode: fs.ModeDir}, "."
		default:
			at, real = entry, full
		}
	}
	return at, real, false, nil
}

func splitPath(name string) []string {
	if name == "." {
		return nil
	}
	return strings.Split(name, "/")
}

// isNow reports whether a path that the revision lacks is not git's business, and there now.
func (t *Tree) isNow(name string) bool {
	if path.Base(name) == ".git" {
		return false
	}
	if _, err := fs.Stat(t.now, name); err != nil {
		return false
	}
	return path.Base(name) == ".terraform" || t.repository.ignores(path.Join(t.prefix, name))
}

// Open opens a file or a directory.
func (t *Tree) Open(name string) (fs.File, error) {
	fail := func(err error) (fs.File, error) { return nil, &fs.PathError{Op: "open", Path: name, Err: err} }
	if !fs.ValidPath(name) {
		return fail(fs.ErrInvalid)
	}
	at, real, now, err := t.find(name)
	switch {
	case err != nil:
		return fail(err)
	case now:
		return t.now.Open(real)
	case at.mode.IsDir():
		entries, err := t.list(at, real)
		if err != nil {
			return fail(err)
		}
		return &treeDir{info: treeInfo{name: path.Base(name), mode: fs.ModeDir | 0o555}, entries: entries}, nil
	}
	_, size, content, err := t.object(at.object, t.limit)
	switch {
	case err != nil:
		return fail(err)
	case content == nil && size > 0:
		return fail(t.tooLarge())
	case isStandIn(content):
		return t.now.Open(real)
	}
	info := treeInfo{name: path.Base(name), mode: 0o444, size: size}
	return &treeFile{info: info, Reader: bytes.NewReader(content)}, nil
}

// isStandIn reports whether git holds something else in the place of a file's content.
func isStandIn(content []byte) bool {
	return bytes.HasPrefix(content, []byte("version https://git-lfs.github.com/spec/")) ||
		bytes.HasPrefix(content, []byte("\x00GITCRYPT\x00"))
}

// list returns what is in a directory, sorted.
func (t *Tree) list(dir treeEntry, name string) ([]fs.DirEntry, error) {
	t.mutex.Lock()
	t.lists++
	many := t.lists > maxLists
	t.mutex.Unlock()
	if many {
		return nil, errTooMany
	}
	held, err := t.entries(dir.object)
	if err != nil {
		return nil, err
	}
	byName := map[string]fs.DirEntry{}
	for _, e := range held {
		mode := e.mode
		if mode == fs.ModeIrregular {
			mode = fs.ModeDir
		}
		byName[e.name] = dirEntry{tree: t, path: path.Join(name, e.name), mode: mode}
	}
	now, _ := fs.ReadDir(t.now, name) // it may be gone
	for _, e := range now {
		if byName[e.Name()] == nil && t.isNow(path.Join(name, e.Name())) {
			byName[e.Name()] = e
		}
	}
	entries := make([]fs.DirEntry, 0, len(byName))
	for _, e := range byName {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// Stat describes a file or a directory.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	f, err := t.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only looked at
	return f.Stat()
}

// Submodules returns the submodules that were asked for, sorted.
func (t *Tree) Submodules() []string {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return slices.Sorted(maps.Keys(t.taken))
}
