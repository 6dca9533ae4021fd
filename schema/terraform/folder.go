package terraform

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// folder is a directory that has been listed: what matters of it, sorted by name. Nothing else of the listing is kept,
// because a directory may hold a million names.
type folder struct {
	dir string
	// sources are the configuration files in Terraform's order: the primary ones by name, then those that override them.
	sources []source
	// variables are the variables files that Terraform reads by itself, in its order.
	variables []string
	// inner are the names of the directories in it.
	inner []string
	// ignores and initialised say that there is a .gitignore, and what terraform init leaves.
	ignores, initialised bool

	// in is the directory itself, so that its files are opened by one step each and not by all of their path.
	in    fs.FS
	close func()
}

// listed is how many names of a directory are looked at together.
const listed = 1024

// list opens a directory. It is open until it is closed, and the names in it stand for what was there when it was listed.
func (l *Loader) list(dir string) (*folder, error) {
	in, err := fs.Sub(l.files, dir)
	if err != nil {
		return nil, plainError(err)
	}
	f := &folder{dir: dir, in: in, close: func() {}}
	if own, ok := in.(io.Closer); ok && dir != "." { // the boundary is not ours to close
		f.close = func() { _ = own.Close() } // it was only read
	}
	if err := f.addAll(); err != nil {
		f.close()
		return nil, plainError(err)
	}
	f.sort()
	return f, nil
}

func (f *folder) addAll() error {
	opened, err := f.in.Open(".")
	if err != nil {
		return err
	}
	defer func() { _ = opened.Close() }() // it was only read
	names, ok := opened.(fs.ReadDirFile)
	if !ok {
		return errors.New("not a directory")
	}
	for {
		entries, err := names.ReadDir(listed)
		for _, entry := range entries {
			f.add(entry)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (f *folder) add(entry fs.DirEntry) {
	name := entry.Name()
	switch {
	case name == ".terraform":
		f.initialised = true
	case name == ".gitignore":
		f.ignores = true
	case entry.IsDir():
		if !strings.HasPrefix(name, ".") {
			f.inner = append(f.inner, name)
		}
	case IsConfigName(name):
		base := strings.TrimSuffix(strings.TrimSuffix(name, ".json"), ".tf")
		f.sources = append(f.sources, source{
			name:     below(f.dir, name),
			override: base == "override" || strings.HasSuffix(base, "_override"),
			link:     !entry.Type().IsRegular(),
		})
	case name == "terraform.tfvars", name == "terraform.tfvars.json", isAuto(name):
		f.variables = append(f.variables, below(f.dir, name))
	}
}

func (f *folder) sort() {
	slices.Sort(f.inner)
	slices.SortFunc(f.sources, func(a, b source) int {
		if a.override != b.override {
			return cmp.Compare(rank(a.override), rank(b.override))
		}
		return strings.Compare(a.name, b.name)
	})
	slices.SortFunc(f.variables, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(isAuto(a)), rank(isAuto(b))), strings.Compare(a, b))
	})
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}

func isAuto(name string) bool {
	return strings.HasSuffix(name, ".auto.tfvars") || strings.HasSuffix(name, ".auto.tfvars.json")
}

// below answers the path of a name in a directory.
func below(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "/" + name
}

// run is how many files of one directory are read one after the other. Most directories have fewer.
const run = 256

// read reads the configuration files into the room, and those of a large directory side by side into others.
func (f *folder) read(files fs.FS, into *room) *sources {
	s := &sources{files: f.sources, variables: f.variables}
	if len(s.files) <= run {
		f.readEach(files, s.files, into)
		return s
	}
	rooms := sync.Pool{New: func() any { return newRoom() }}
	runs := slices.Collect(slices.Chunk(s.files, run))
	parallel.Each(len(runs), func(i int) {
		own := rooms.Get().(*room)
		f.readEach(files, runs[i], own)
		rooms.Put(own)
	})
	return s
}

func (f *folder) readEach(files fs.FS, all []source, into *room) {
	for i := range all {
		s := &all[i]
		if s.bytes, s.err = f.readOne(files, s, into); s.err == nil {
			s.concerned = concerned(s.bytes)
		}
	}
}

// readOne reads one file. A link may lead anywhere within the boundary, and pipes and devices are not opened.
func (f *folder) readOne(files fs.FS, s *source, into *room) ([]byte, error) {
	if s.link {
		return readLimited(files, s.name)
	}
	in, err := f.in.Open(path.Base(s.name))
	if err != nil {
		return nil, plainError(err)
	}
	return into.read(in)
}
