package files

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

// Folder is a directory that has been listed: what matters of it, sorted by name. Nothing else of the listing is kept,
// because a directory may hold a million names.
type Folder struct {
	Dir string
	// Sources are the configuration files in Terraform's order: the primary ones by name, then those that override them.
	Sources []Source
	// Variables are the variables files that Terraform reads by itself, in its order.
	Variables []string
	// Callers are the files that call modules without being configuration, by name.
	Callers []Caller
	// Inner are the names of the directories in it.
	Inner []string
	// Ignores and Initialised say that there is a .gitignore, and what terraform init leaves.
	Ignores, Initialised bool

	tofu map[string]bool // the sources that OpenTofu reads and Terraform does not
	// in is the directory itself, so that its files are opened by one step each and not by all of their path.
	in    fs.FS
	files fs.FS // the boundary
	close func()
}

// listed is how many names of a directory are looked at together.
const listed = 1024

// List opens a directory. It is open until it is closed, and the names in it stand for what was there when it was listed.
func List(files fs.FS, dir string) (*Folder, error) {
	in, err := fs.Sub(files, dir)
	if err != nil {
		return nil, plainError(err)
	}
	f := &Folder{Dir: dir, in: in, files: files, close: func() {}}
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

// Close closes the directory.
func (f *Folder) Close() { f.close() }

func (f *Folder) addAll() error {
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

func (f *Folder) add(entry fs.DirEntry) {
	name := entry.Name()
	switch {
	case name == ".terraform":
		f.Initialised = true
	case name == ".gitignore":
		f.Ignores = true
	case entry.IsDir():
		if !strings.HasPrefix(name, ".") {
			f.Inner = append(f.Inner, name)
		}
	case IsConfigName(name):
		base := strings.TrimSuffix(name, ".json")
		base = strings.TrimSuffix(base, path.Ext(base))
		if strings.HasSuffix(strings.TrimSuffix(name, ".json"), ".tofu") {
			if f.tofu == nil {
				f.tofu = map[string]bool{}
			}
			f.tofu[Below(f.Dir, name)] = true
		}
		f.Sources = append(f.Sources, Source{
			Name:     Below(f.Dir, name),
			Override: base == "override" || strings.HasSuffix(base, "_override"),
			link:     !entry.Type().IsRegular(),
		})
	case callerOf(name) != nil:
		f.Callers = append(f.Callers, Caller{Name: Below(f.Dir, name), CallerKind: callerOf(name)})
	case name == "terraform.tfvars", name == "terraform.tfvars.json", isAuto(name):
		f.Variables = append(f.Variables, Below(f.Dir, name))
	}
}

func (f *Folder) sort() {
	slices.Sort(f.Inner)
	slices.SortFunc(f.Sources, func(a, b Source) int {
		if a.Override != b.Override {
			return cmp.Compare(rank(a.Override), rank(b.Override))
		}
		return strings.Compare(a.Name, b.Name)
	})
	f.Sources = slices.DeleteFunc(f.Sources, f.replaced)
	slices.SortFunc(f.Callers, func(a, b Caller) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(f.Variables, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(isAuto(a)), rank(isAuto(b))), strings.Compare(a, b))
	})
}

// replaced reports whether OpenTofu reads another file in the place of this one: x.tofu for x.tf, x.tofu.json for x.tf.json.
// Who has such files uses OpenTofu.
func (f *Folder) replaced(s Source) bool {
	base, isJSON := strings.CutSuffix(s.Name, ".json")
	base, isTerraform := strings.CutSuffix(base, ".tf")
	if !isTerraform {
		return false
	}
	instead := base + ".tofu"
	if isJSON {
		instead += ".json"
	}
	return f.tofu[instead]
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

// Below returns the path of a name in a directory.
func Below(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "/" + name
}

// run is how many files of one directory are read one after the other. Most directories have fewer.
const run = 256

// Read reads the configuration files into the arena, and those of a large directory side by side into others.
func (f *Folder) Read(into *Arena) {
	if len(f.Sources) <= run {
		f.readEach(f.Sources, into)
		return
	}
	arenas := sync.Pool{New: func() any { return NewArena() }}
	runs := slices.Collect(slices.Chunk(f.Sources, run))
	parallel.Each(len(runs), func(i int) {
		own := arenas.Get().(*Arena)
		f.readEach(runs[i], own)
		arenas.Put(own)
	})
}

func (f *Folder) readEach(all []Source, into *Arena) {
	for i := range all {
		all[i].Bytes, all[i].Err = f.readOne(&all[i], into)
	}
}

// readOne reads one file. A link may lead anywhere within the boundary, and pipes and devices are not opened.
func (f *Folder) readOne(s *Source, into *Arena) ([]byte, error) {
	if s.link {
		return ReadText(f.files, s.Name)
	}
	in, err := f.in.Open(path.Base(s.Name))
	if err != nil {
		return nil, plainError(err)
	}
	return into.read(in)
}
