package configs

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/terraform/files"
)

// Loader reads modules, each directory once. It may be used by several goroutines.
type Loader struct {
	files   fs.FS
	reading sync.Mutex // for what follows
	modules map[string]*Parsed
}

// NewLoader returns a loader of the file system within the boundary.
func NewLoader(files fs.FS) *Loader { return &Loader{files: files, modules: map[string]*Parsed{}} }

// Files is the file system within the boundary.
func (l *Loader) Files() fs.FS { return l.files }

// Parsed is a module as it was parsed.
type Parsed struct {
	module    *Module
	diags     hcl.Diagnostics
	variables []string
}

// Parse parses the files of a directory that was read.
func Parse(f *files.Folder) *Parsed {
	p := &Parsed{variables: f.Variables}
	p.module, p.diags = parse(f.Dir, f.Sources)
	return p
}

// Module reads the module of a directory. The diagnostics are about its files.
func (l *Loader) Module(dir string) (*Module, hcl.Diagnostics, error) {
	p, err := l.parsed(dir)
	if err != nil {
		return nil, nil, err
	}
	return p.module, p.diags, nil
}

// VariablesFiles returns the variables files of a directory that Terraform reads by itself, in its order.
func (l *Loader) VariablesFiles(dir string) []string {
	p, err := l.parsed(dir)
	if err != nil {
		return nil
	}
	return p.variables
}

func (l *Loader) parsed(dir string) (*Parsed, error) {
	l.reading.Lock()
	defer l.reading.Unlock()
	if p, ok := l.modules[dir]; ok {
		return p, nil
	}
	f, err := files.List(l.files, dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	f.Read(&files.Arena{})
	p := Parse(f)
	l.modules[dir] = p
	return p, nil
}

// Keep takes in the module of a directory that was parsed elsewhere, unless the directory was read before.
func (l *Loader) Keep(p *Parsed) {
	l.reading.Lock()
	defer l.reading.Unlock()
	if l.modules[p.module.Dir] == nil {
		l.modules[p.module.Dir] = p
	}
}

// Installed reads terraform init's list of installed modules of a root, if there is one: the directories by the path of
// the call (a.b).
func (l *Loader) Installed(dir string) map[string]string {
	src, err := files.ReadText(l.files, path.Join(dir, ".terraform/modules/modules.json"))
	if err != nil {
		return nil
	}
	var manifest struct {
		Modules []struct{ Key, Dir string }
	}
	if json.Unmarshal(src, &manifest) != nil {
		return nil
	}
	installed := map[string]string{}
	for _, m := range manifest.Modules {
		if m.Key != "" {
			installed[m.Key] = path.Join(dir, strings.ReplaceAll(m.Dir, `\`, "/"))
		}
	}
	return installed
}
